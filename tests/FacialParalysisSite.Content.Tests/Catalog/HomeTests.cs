using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Tests.Catalog;

/// <summary>The first page: what <c>home.yml</c> says, and what of it can be shown.</summary>
public sealed class HomeTests : IDisposable
{
    private const string Doors = "title: T\nlead: L\ndoors:\n  - { title: One, text: Text., article: first }\n  - { title: Two, text: Text., article: second }\n";

    private readonly TestContent _content = new();

    public HomeTests()
    {
        _content.Write("home.yml", Doors);
        _content.Write("articles/second.md", TestArticle.With(body: "Words."));
    }

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Doors_OfPublishedArticles_AreInTheirOrder() =>
        Assert.Equal(["first", "second"], _content.Load().Current.Doors.Select(door => door.Article));

    [Fact]
    public void Doors_OfADraft_AreLeftOutWithoutAProblem()
    {
        _content.Change("articles/second.md", "title:", "draft: true\ntitle:");

        var library = _content.Load();

        Assert.Equal(["first"], library.Current.Doors.Select(door => door.Article));
        Assert.Equal(2, library.Current.Home!.Doors.Count);
        Assert.DoesNotContain(library.Problems, problem => problem.File == "home.yml");
    }

    [Fact]
    public void Reload_ADoorToNoArticle_KeepsTheLastGoodVersionAndNamesTheLine()
    {
        var library = _content.Load();
        _content.Write("home.yml", Doors.Replace("article: second", "article: secnod", StringComparison.Ordinal));

        var problem = Assert.Single(library.Reload().Problems, problem => problem.File == "home.yml");

        Assert.Equal((ProblemCode.UnknownArticle, 5), (problem.Code, problem.At.Line));
        Assert.Contains("second", problem.Hint, StringComparison.Ordinal);
        Assert.Equal(["first", "second"], library.Current.Doors.Select(door => door.Article));
    }

    [Fact]
    public void Load_ADoorToNoArticle_ShowsTheOthers()
    {
        _content.Write("home.yml", Doors.Replace("article: second", "article: secnod", StringComparison.Ordinal));

        Assert.Equal(["first"], _content.Load().Current.Doors.Select(door => door.Article));
    }

    [Fact]
    public void Reload_WithoutTheFile_KeepsWhatItSaid()
    {
        var library = _content.Load();
        _content.Delete("home.yml");

        var problem = Assert.Single(library.Reload().Problems, problem => problem.File == "home.yml");

        Assert.Equal(ProblemCode.MissingFile, problem.Code);
        Assert.Equal(2, library.Current.Doors.Count);
    }
}
