using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Library;

public sealed class FaultyFileTests : IDisposable
{
    private static readonly byte[] NotUtf8 = [0xFF, 0xFE, 0xFD];

    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("articles/x.md")]
    [InlineData("pages/x.md")]
    [InlineData("people/x.md")]
    [InlineData("images/x.png")]
    [InlineData("x.txt")]
    public void Reload_AFaultyNewFile_ChangesNothingElseByAByte(string path)
    {
        var library = _content.Load();
        var before = SiteSnapshot.Of(library);

        _content.Write(path, NotUtf8);
        var reload = library.Reload();

        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Equal(path, Assert.Single(reload.Appeared).File);
    }

    [Theory]
    [InlineData("articles/first.md", "title:", "titel:")]
    [InlineData("articles/first.md", "category: conditions", "category: none")]
    [InlineData("articles/first.md", "# Risks", "# Risks [x](none.md)")]
    [InlineData("articles/first.md", "tags: [synkinesis]", "tags: [synkinesis")]
    [InlineData("pages/about.md", "title:", "titel:")]
    [InlineData("pages/about.md", "---", "***")]
    [InlineData("people/ada.md", "role:", "roll:")]
    [InlineData("people/ada.md", "---", "***")]
    [InlineData("clinic.yml", "phone:", "fone:")]
    [InlineData("clinic.yml", "name: \"", "name: '")]
    [InlineData("categories.yml", "title:", "titel:")]
    [InlineData("categories.yml", "- slug: conditions", "- slug: [conditions")]
    [InlineData("tags.yml", "- slug: synkinesis", "- slag: synkinesis")]
    public void Reload_AFaultyEdit_KeepsTheLastGoodVersionUntilMended(string path, string good, string faulty)
    {
        var library = _content.Load();
        var before = SiteSnapshot.Of(library);

        _content.Change(path, good, faulty);
        var reload = library.Reload();
        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.All(reload.Appeared, problem => Assert.Equal((path, Severity.Error), (problem.File, problem.Severity)));
        Assert.NotEmpty(reload.Appeared);

        _content.Change(path, faulty, good);
        var mended = library.Reload();
        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Empty(mended.Problems);
        Assert.Equal(reload.Appeared, mended.Mended);
    }

    [Theory]
    [InlineData("articles/first.md")]
    [InlineData("pages/about.md")]
    [InlineData("people/ada.md")]
    [InlineData("clinic.yml")]
    [InlineData("categories.yml")]
    [InlineData("tags.yml")]
    public void Reload_AFileThatCannotBeReadAtAll_KeepsTheLastGoodVersion(string path)
    {
        var library = _content.Load();
        var before = SiteSnapshot.Of(library);

        _content.Write(path, NotUtf8);
        var reload = library.Reload();

        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Equal($"{path}(1,1): error FP0002", ProblemFixture.Line(Assert.Single(reload.Problems)));
    }

    [Theory]
    [InlineData("clinic.yml")]
    [InlineData("categories.yml")]
    [InlineData("tags.yml")]
    public void Reload_AFileOfTheWholeSiteDeleted_KeepsTheLastGoodVersion(string path)
    {
        var library = _content.Load();
        var before = SiteSnapshot.Of(library);

        _content.Delete(path);
        var reload = library.Reload();

        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Equal($"{path}(1,1): error FP0007", ProblemFixture.Line(Assert.Single(reload.Problems)));
    }

    [Fact]
    public void Reload_AMendedNewFile_GoesLive()
    {
        _content.Write("articles/x.md", TestArticle.With("publised: 2026-01-05"));
        var library = _content.Load();
        Assert.Equal(Availability.NotFound, library.Current.FindArticle("x").Availability);

        _content.Write("articles/x.md", TestArticle.With());
        library.Reload();

        Assert.Equal(Availability.Published, library.Current.FindArticle("x").Availability);
    }

    [Fact]
    public void Reload_AnArticleWithATargetDeleted_KeepsItsTextAndLosesTheLink()
    {
        _content.Write("articles/x.md", TestArticle.With("", "See [that](first.md#risks)."));
        _content.Change("pages/about.md", "[the first article](../articles/first.md)", "nothing");
        var library = _content.Load();

        _content.Delete("articles/first.md");
        var reload = library.Reload();

        Assert.Equal("articles/x.md(12,5): error FP0301", ProblemFixture.Line(Assert.Single(reload.Problems)));
        Assert.Equal("<p>See that.</p>\n", library.Current.HtmlOf(library.Current.FindArticle("x").Item!.Body));
    }
}
