using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Library;

/// <summary>A site that is started while files are faulty, and that has run before.</summary>
public sealed class RestartTests : IDisposable
{
    private static readonly byte[] NotUtf8 = [0xFF, 0xFE, 0xFD];

    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

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
    public void Restart_WithAFaultyEdit_ServesTheLastGoodVersionUntilMended(string path, string good, string faulty)
    {
        var before = SiteSnapshot.Of(_content.Start());
        _content.Change(path, good, faulty);

        var library = _content.Start();
        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Equal(_content.Problems(), library.Problems);
        Assert.All(library.Problems, problem => Assert.Equal(path, problem.File));
        Assert.Equal(before, SiteSnapshot.Of(_content.Start()));

        _content.Change(path, faulty, good);
        Assert.Equal(library.Problems, library.Reload().Mended);
        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Empty(library.Problems);
    }

    [Fact]
    public void Restart_AfterNewcomersWantedWhatOthersHave_BlamesTheNewcomersStill()
    {
        _content.Write("pages/z.md", TestArticle.Page("category: conditions\naliases: [/old]"));
        var library = _content.Start();
        _content.Write("pages/a.md", TestArticle.Page("category: conditions"));
        _content.Write("pages/b.md", TestArticle.Page("aliases: [/old]"));
        library.Reload();
        var before = SiteSnapshot.Of(library);
        string[] told = ["pages/a.md(4,11): error FP0213", "pages/b.md(4,11): error FP0202"];
        Assert.Equal(told, library.Problems.Select(ProblemFixture.Line));

        var again = _content.Start();

        Assert.Equal(told, again.Problems.Select(ProblemFixture.Line));
        Assert.Equal(before, SiteSnapshot.Of(again));
        Assert.Equal("/z", again.Current.FindRedirect("/old"));
    }

    [Theory]
    [InlineData("articles/first.md")]
    [InlineData("pages/about.md")]
    [InlineData("people/ada.md")]
    [InlineData("clinic.yml")]
    [InlineData("categories.yml")]
    [InlineData("tags.yml")]
    public void Restart_WithAFileThatCannotBeReadAtAll_ServesTheLastGoodVersion(string path)
    {
        var before = SiteSnapshot.Of(_content.Start());
        _content.Write(path, NotUtf8);

        var library = _content.Start();

        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Equal($"{path}(1,1): error FP0002", ProblemFixture.Line(Assert.Single(library.Problems)));
    }

    [Theory]
    [InlineData("clinic.yml")]
    [InlineData("categories.yml")]
    [InlineData("tags.yml")]
    [InlineData("synonyms.yml")]
    public void Restart_WithAFileOfTheWholeSiteDeletedWhileItRan_ServesTheLastGoodVersion(string path)
    {
        var library = _content.Start();
        var before = SiteSnapshot.Of(library);
        _content.Delete(path);
        library.Reload();
        Assert.Null(library.Keep());

        Assert.Equal(before, SiteSnapshot.Of(_content.Start()));
        Assert.Equal($"{path}(1,1): error FP0007", ProblemFixture.Line(Assert.Single(_content.Start().Problems)));
    }

    [Theory]
    [InlineData("clinic.yml")]
    [InlineData("categories.yml")]
    [InlineData("tags.yml")]
    [InlineData("synonyms.yml")]
    public void Restart_WithAFileOfTheWholeSiteDeleted_ServesTheLastGoodVersion(string path)
    {
        var before = SiteSnapshot.Of(_content.Start());
        _content.Delete(path);

        Assert.Equal(before, SiteSnapshot.Of(_content.Start()));
        PassTime();
        var library = _content.Start();

        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Equal($"{path}(1,1): error FP0007", ProblemFixture.Line(Assert.Single(library.Problems)));
    }

    [Fact]
    public void Restart_WithEveryFileFaulty_ServesEveryPage()
    {
        _content.Write("articles/second.md", TestArticle.With("related: [first]\naliases: [/old]", "See [that](first.md#risks)."));
        var before = SiteSnapshot.Of(_content.Start());
        foreach (var path in new[] { "articles/first.md", "articles/second.md", "pages/about.md", "people/ada.md", "clinic.yml", "categories.yml", "tags.yml" })
        {
            _content.Write(path, NotUtf8);
        }

        var library = _content.Start();

        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Equal("/articles/second", library.Current.FindRedirect("/old"));
        Assert.Equal(7, library.Problems.Count);
    }

    [Fact]
    public void Restart_WithSomeFilesFaultyAndOthersEdited_ServesBoth()
    {
        _content.Start();
        _content.Change("articles/first.md", "category: conditions", "category: nothing");
        _content.Change("pages/about.md", "About the clinic", "About us all");
        _content.Write("articles/new.md", TestArticle.With("", "See [that](first.md#risks)."));

        var catalog = _content.Start().Current;

        Assert.Equal("Conditions", catalog.FindArticle("first").Item!.Category.Title);
        Assert.Equal("About us all", catalog.FindPage("about").Item!.Title);
        Assert.Contains("/articles/first#risks", catalog.HtmlOf(catalog.FindArticle("new").Item!.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Restart_AfterAFileWasDeleted_LeavesItDeleted()
    {
        _content.Write("articles/x.md", TestArticle.With());
        _content.Start();
        _content.Delete("articles/x.md");
        _content.Write("clinic.yml", NotUtf8);

        Assert.Equal(Availability.NotFound, _content.Start().Current.FindArticle("x").Availability);
    }

    [Theory]
    [InlineData("articles/x.md")]
    [InlineData("pages/x.md")]
    public void Restart_WithAFaultyFileInThePlaceOfADeletedOne_BringsNothingBack(string path)
    {
        _content.Write(path, path.StartsWith('a') ? TestArticle.With("aliases: [/old]") : TestArticle.Page("aliases: [/old]"));
        var library = _content.Start();
        _content.Delete(path);
        library.Reload();
        _content.Write(path, "faulty");

        library.Reload();
        Assert.Null(library.Keep());

        foreach (var catalog in new[] { library.Current, _content.Start().Current })
        {
            Assert.Equal((Availability.NotFound, Availability.NotFound), (catalog.FindArticle("x").Availability, catalog.FindPage("x").Availability));
            Assert.Null(catalog.FindRedirect("/old"));
        }
    }

    [Fact]
    public void Restart_WithADraftThatIsFaultyNow_KeepsItHidden()
    {
        _content.Write("articles/x.md", TestArticle.With());
        var library = _content.Start();
        _content.Write("articles/x.md", TestArticle.With("draft: true"));
        library.Reload();
        Assert.Null(library.Keep());
        _content.Write("articles/x.md", "faulty");
        library.Reload();

        Assert.Equal(Availability.NotFound, library.Current.FindArticle("x").Availability);
        Assert.Equal(Availability.NotFound, _content.Start().Current.FindArticle("x").Availability);
    }

    [Theory]
    [InlineData("superlatives:", "superlative:")]
    [InlineData("promises: [", "promises: {")]
    public void Restart_WithFaultyRulesForWords_AsksTheLastGoodOnes(string good, string faulty)
    {
        _content.Write("articles/x.md", TestArticle.With(body: "We are superb."));
        _content.Start();
        _content.Change("checks.yml", good, faulty);
        AssertAsked(_content.Start());

        _content.Delete("checks.yml");
        AssertAsked(_content.Start());

        static void AssertAsked(ContentLibrary library)
        {
            Assert.Contains("articles/x.md(12,8): warning FP0405", library.Problems.Select(ProblemFixture.Line));
            Assert.Contains(library.Problems, problem => problem.File == "checks.yml");
            Assert.False(library.Reload().Changed);
        }
    }

    [Fact]
    public void Restart_WithTheCategoryTagAuthorAndPictureOfAStoredArticleGone_ServesItAllTheSame()
    {
        _content.WritePicture("images/face.png");
        _content.Write("categories.yml", _content.Read("categories.yml") + "- slug: old-things\n  title: \"Old things\"\n  summary: \"S.\"\n");
        _content.Write("people/bob.md", "---\nname: \"Bob\"\nrole: \"Nurse\"\n---\n\nBob.\n");
        _content.Write("articles/x.md", TestArticle.With("tags: [surgery]", "![A face](../images/face.png) See [that](first.md).", category: "old-things").Replace("author: ada", "author: bob", StringComparison.Ordinal));
        _content.Start();
        _content.Write("categories.yml", _content.Read("categories.yml").Split("- slug: old-things")[0]);
        _content.Write("tags.yml", "- slug: synkinesis\n  title: \"Synkinesis\"\n");
        _content.Delete("people/bob.md");
        _content.Delete("images/face.png");

        var library = _content.Start();

        var article = library.Current.FindArticle("x").Item!;
        Assert.Equal(("Old things", "Bob"), (article.Category.Title, article.Author.Name));
        Assert.StartsWith("<p>A face", library.Current.HtmlOf(article.Body), StringComparison.Ordinal);
        Assert.Equal(["FP0203", "FP0205", "FP0204", "FP0303"], library.Problems.Select(problem => problem.Code.Id));
        Assert.All(library.Problems, problem => Assert.Equal("articles/x.md", problem.File));
    }

    [Fact]
    public void Restart_WithWindowsLinesAndAByteOrderMark_ServesTheSameVersion()
    {
        _content.Write("articles/first.md", "\uFEFF" + _content.Read("articles/first.md").ReplaceLineEndings("\r\n"));
        var before = SiteSnapshot.Of(_content.Start());
        _content.Write("articles/first.md", NotUtf8);

        Assert.Equal(before, SiteSnapshot.Of(_content.Start()));
    }

    [Fact]
    public void Restart_WithNothingButTheStore_HasNothingToServe()
    {
        _content.Start();
        var elsewhere = new ContentLibrary(_content.Settings() with { Root = _content.PathOf("nothing"), Store = _content.Store }, _content.Time);

        elsewhere.Reload();

        Assert.False(elsewhere.IsReady);
        Assert.Null(elsewhere.Keep());
    }

    [Fact]
    public void Load_WithoutAStore_UsesAndKeepsNothing()
    {
        _content.Start();
        Directory.Delete(_content.Store, recursive: true);
        _content.Write("articles/first.md", NotUtf8);

        var library = _content.Load();

        Assert.Null(library.Keep());
        Assert.Equal(Availability.NotFound, library.Current.FindArticle("first").Availability);
        Assert.False(Directory.Exists(_content.Store));
    }

    private void PassTime() => _content.Time.Advance(TimeSpan.FromDays(2));
}
