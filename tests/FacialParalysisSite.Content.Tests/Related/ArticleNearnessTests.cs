using FacialParalysisSite.Content.Related;
using FacialParalysisSite.Content.Tests.Library;

namespace FacialParalysisSite.Content.Tests.Related;

/// <summary>What lies nearest among the repository's own articles by their words alone, without what staff chose.</summary>
public sealed class ArticleNearnessTests
{
    [Theory]
    [InlineData("eyelid-weights-facial-paralysis", "protect-your-eye-facial-paralysis")]
    [InlineData("bells-palsy-pregnancy", "bells-palsy-first-72-hours")]
    [InlineData("bells-palsy-first-72-hours", "bells-palsy-recovery-outlook")]
    [InlineData("botox-side-effects-facial-palsy", "how-does-botox-help-bells-palsy-and-synkinesis")]
    [InlineData("botox-synkinesis-research", "how-does-botox-help-bells-palsy-and-synkinesis")]
    [InlineData("face-exercises-to-avoid", "facial-neuromuscular-retraining")]
    [InlineData("other-causes-facial-weakness", "ramsay-hunt-syndrome")]
    [InlineData("smile-nerve-muscle-transfer", "modified-selective-neurectomy")]
    [InlineData("what-is-synkinesis", "how-does-botox-help-bells-palsy-and-synkinesis")]
    public void NearestTo_AnArticleOfTheRealContent_HasASensibleOneAmongThree(string slug, string neighbour)
    {
        var catalog = TestLibrary.Real().Current;

        var nearest = new ArticleNearness(catalog.Articles).NearestTo(catalog.FindArticle(slug).Item!, 3);

        Assert.Equal(3, nearest.Count);
        Assert.Contains(neighbour, nearest.Select(article => article.Slug));
    }
}
