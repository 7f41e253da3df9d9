using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Markdown;

namespace FacialParalysisSite.Content.Tests.Library;

/// <summary>The repository's own content/, as it is published.</summary>
public sealed class RealContentTests
{
    private static readonly ContentSettings Settings = new(RealContent.Root, TestContent.ClinicTime);

    /// <summary>A fixed day, or a review that falls due would stop the next release.</summary>
    private static readonly FakeTime Now = new("2026-12-01T12:00:00-08:00");

    [Fact]
    public void Reload_TheRealContent_HasNothingToMendButReviews()
    {
        var problems = new ContentLibrary(Settings, Now).Reload().Problems;

        Assert.Empty(problems.Where(problem => problem.Code != ProblemCode.AwaitingReview).Select(problem => $"{problem} {problem.Hint}"));
    }

    [Fact]
    public void Articles_OfTheRealContent_ReadAtGradeEightAndAreAsLongAsTheyShould()
    {
        var library = new ContentLibrary(Settings, Now);
        library.Reload();

        Assert.True(library.Current.Articles.Count >= 24);
        Assert.Empty(library.Current.Articles.Where(article => article.Grade!.Value.Highest > 8 || article.Body.Words is < 600 or > 1200)
            .Select(article => $"{article.Slug}: {article.Grade!.Value.Highest:0.0}, {article.Body.Words} words"));
    }

    [Fact]
    public void HtmlOf_TheRealContent_HasOnlyAllowedMarkup()
    {
        var library = new ContentLibrary(Settings, Now);
        library.Reload();
        var catalog = library.Current;

        Assert.NotEmpty(catalog.Articles);
        Assert.NotEmpty(catalog.Pages);
        Assert.All(catalog.Articles, article => HtmlPolicy.AssertKept(catalog.HtmlOf(article)));
        Assert.All(catalog.Pages, page => HtmlPolicy.AssertKept(catalog.HtmlOf(page.Body)));
    }
}
