using FacialParalysisSite.Content.Related;

namespace FacialParalysisSite.Content.Tests.Related;

public sealed class ArticleTermsTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("once", 1)]
    [InlineData("twice", 2)]
    [InlineData("title", 3)]
    [InlineData("surgery", 3)]
    [InlineData("everywhere", 5)]
    public void Of_AnArticle_WeighsWordsByTheLogarithmOfHowOftenTheyAreThere(string word, int times)
    {
        _content.Write("articles/x.md", TestArticle.With("tags: [surgery]", "## Twice everywhere\n\nWords.\n\n## Once, or twice?\n\nWords.")
            .Replace("A title", "A title everywhere", StringComparison.Ordinal).Replace("A summary.", "Everywhere.", StringComparison.Ordinal));

        var terms = ArticleTerms.Of(_content.Load().Current.FindArticle("x").Item!);

        Assert.Equal(1 + Math.Log(times), terms[word], precision: 10);
        Assert.DoesNotContain("a", terms.Keys);
        Assert.DoesNotContain("words", terms.Keys);
    }
}
