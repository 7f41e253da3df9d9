using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Library;

public sealed class ReloadTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Reload_NothingChanged_KeepsTheCatalog()
    {
        var library = _content.Load();
        var before = library.Current;

        Assert.False(library.Reload().Changed);
        Assert.Same(before, library.Current);
    }

    [Fact]
    public void Reload_ANewAnEditedAndADeletedFile_AreTakenOver()
    {
        _content.Write("articles/old.md", TestArticle.With());
        var library = _content.Load();

        _content.Write("articles/new.md", TestArticle.With());
        _content.Change("articles/first.md", "The first article", "Another title");
        _content.Delete("articles/old.md");

        Assert.True(library.Reload().Changed);
        Assert.Equal(Availability.Published, library.Current.FindArticle("new").Availability);
        Assert.Equal("Another title", library.Current.FindArticle("first").Item!.Title);
        Assert.Equal(Availability.NotFound, library.Current.FindArticle("old").Availability);
    }

    [Fact]
    public void Reload_AFileThatIsReadAgainAndSaysTheSame_KeepsTheCatalog()
    {
        File.SetLastWriteTimeUtc(_content.PathOf("articles/first.md"), _content.Time.GetUtcNow().UtcDateTime.AddSeconds(-1));
        var library = _content.Load();
        var before = library.Current;

        Assert.False(library.Reload(new HashSet<string>(StringComparer.Ordinal) { "articles/first.md", "clinic.yml" }).Changed);
        Assert.Same(before, library.Current);
    }

    [Fact]
    public void Reload_AfterAReviewFellDue_SaysSoWithoutAnEdit()
    {
        var library = _content.Load();
        Assert.Empty(library.Problems);

        _content.Time.Set("2027-01-05T00:00:00-08:00");

        Assert.Equal("articles/first.md(10,12): warning FP0402", ProblemFixture.Line(Assert.Single(library.Reload().Appeared)));
        Assert.False(library.Reload().Changed);
    }

    [Fact]
    public void Reload_ANewPageAtAnOldAddress_TakesItFromTheArticleThatStays()
    {
        _content.Write("articles/x.md", TestArticle.With("aliases: [/old, /older]"));
        var library = _content.Start();

        _content.Write("pages/old.md", TestArticle.Page());
        var reload = library.Reload();

        Assert.Equal("articles/x.md(10,11): error FP0207", ProblemFixture.Line(Assert.Single(reload.Problems)));
        foreach (var catalog in new[] { library.Current, _content.Start().Current })
        {
            Assert.Equal((Availability.Published, Availability.Published), (catalog.FindArticle("x").Availability, catalog.FindPage("old").Availability));
            Assert.Equal((null, "/articles/x"), (catalog.FindRedirect("/old"), catalog.FindRedirect("/older")));
        }
    }

    [Fact]
    public void Reload_TheWholeFolderVanished_KeepsEveryPage()
    {
        var library = _content.Load();
        var before = SiteSnapshot.Of(library);
        var elsewhere = _content.Root + "-elsewhere";

        Directory.Move(_content.Root, elsewhere);
        var gone = library.Reload();
        Directory.CreateDirectory(_content.Root);
        var empty = library.Reload();
        Directory.Delete(_content.Root);
        Directory.Move(elsewhere, _content.Root);
        var back = library.Reload();

        Assert.False(gone.Changed || empty.Changed || back.Changed);
        Assert.Equal(before, SiteSnapshot.Of(library));
    }

    [Fact]
    public void Reload_AnEditOfTheSameSizeAndTime_IsSeenWhenTheWatcherNamesTheFile()
    {
        var library = _content.Load();
        EditInSecret();

        Assert.False(library.Reload().Changed);
        Assert.Equal("The first article", library.Current.FindArticle("first").Item!.Title);

        Assert.True(library.Reload(new HashSet<string>(StringComparer.Ordinal) { "articles/first.md" }).Changed);
        Assert.Equal("The third article", library.Current.FindArticle("first").Item!.Title);
    }

    [Fact]
    public void Reload_AnEditOfTheSameSizeAndTime_IsSeenWhereTheFileHasNotSettled()
    {
        File.SetLastWriteTimeUtc(_content.PathOf("articles/first.md"), _content.Time.GetUtcNow().UtcDateTime.AddSeconds(-1));
        var library = _content.Load();
        EditInSecret();

        library.Reload();

        Assert.Equal("The third article", library.Current.FindArticle("first").Item!.Title);
    }

    [Fact]
    public void Reload_AnAliasThatAnArticleHas_BlamesTheNewcomer()
    {
        _content.Write("articles/m.md", TestArticle.With("aliases: [/old]"));
        AssertBlamed("articles/a.md", TestArticle.With("aliases: [/old]"), "/articles/m");
    }

    [Fact]
    public void Reload_AnAliasThatAPageHas_BlamesTheNewArticle()
    {
        _content.Write("pages/m.md", TestArticle.Page("aliases: [/old]"));
        AssertBlamed("articles/a.md", TestArticle.With("aliases: [/old]"), "/m");
    }

    [Fact]
    public void Reload_AnAliasAddedToAnOldArticle_BlamesTheEdit()
    {
        _content.Write("articles/a.md", TestArticle.With());
        _content.Write("articles/m.md", TestArticle.With("aliases: [/old]"));
        AssertBlamed("articles/a.md", TestArticle.With("aliases: [/old]"), "/articles/m");
    }

    private void AssertBlamed(string path, string text, string leadsTo)
    {
        var library = _content.Load();
        var before = SiteSnapshot.Of(library);

        _content.Write(path, text);
        var reload = library.Reload();

        Assert.Equal($"{path}(10,11): error FP0202", ProblemFixture.Line(Assert.Single(reload.Problems)));
        Assert.Equal(leadsTo, library.Current.FindRedirect("/old"));
        Assert.Equal(before, SiteSnapshot.Of(library));
    }

    /// <summary>An edit that neither the size nor the time of the file tells.</summary>
    private void EditInSecret()
    {
        var file = _content.PathOf("articles/first.md");
        var time = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, File.ReadAllText(file).Replace("The first article", "The third article", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);
    }
}
