using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Library;

/// <summary>Stores that cannot be used as they are. The site goes on as if there were none.</summary>
public sealed class ContentStoreTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("clinic.yml", true)]
    [InlineData("articles/what-is-synkinesis.md", true)]
    [InlineData("../clinic.yml", false)]
    [InlineData("articles/../clinic.yml", false)]
    [InlineData("articles/.md", false)]
    [InlineData("articles/a/b.md", false)]
    [InlineData("articles/A.md", false)]
    [InlineData("/clinic.yml", false)]
    [InlineData("articles\\x.md", false)]
    [InlineData("images/face.png", false)]
    [InlineData("addresses.txt", false)]
    public void IsKept_ByItsName_IsTextWithAPlainName(string path, bool expected) => Assert.Equal(expected, ContentStore.IsKept(path));

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("---\ntitle: \"A tit")]
    [InlineData("---\ntitle: [\n---\n\nWords.\n")]
    [InlineData("---\nname: \"x\"\n---\n\nWords.\n")]
    [InlineData("sha256 \n---\n")]
    public void Restart_WithADamagedStoredVersion_LeavesTheArticleOutAndSaysSoUntilMended(string damaged)
    {
        _content.Start();
        File.WriteAllText(PathOf("articles/first.md"), damaged);
        _content.Change("articles/first.md", "title:", "titel:");

        var library = Restart();
        Assert.Equal(Availability.NotFound, library.Current.FindArticle("first").Availability);
        Assert.Equal(Availability.Published, library.Current.FindPage("about").Availability);
        Assert.Equal("The stored version of articles/first.md is damaged.", library.Keep());
        Assert.Equal("The stored version of articles/first.md is damaged.", library.Keep());

        _content.Change("articles/first.md", "titel:", "title:");
        library.Reload();
        Assert.Null(library.Keep());
        Assert.Equal(_content.Read("articles/first.md"), Stored("articles/first.md"));
    }

    [Fact]
    public void Restart_WithTheLargestFileThereMayBe_HasItsLastGoodVersion()
    {
        _content.Write("clinic.yml", _content.Read("clinic.yml").PadRight(1024 * 1024));
        _content.Start();
        _content.Change("clinic.yml", "name:", "nome:");

        Assert.True(Restart().IsReady);
        Assert.Null(Restart().Keep());
    }

    [Theory]
    [InlineData("Call {{phone}}.\n", "")]
    [InlineData("Call {{phone}}.", "Call {{name}}.")]
    [InlineData("Words of", "Wörds of")]
    public void Restart_WithAStoredVersionThatWasCutOrAltered_DoesNotUseItAndSaysSo(string words, string others)
    {
        _content.Start();
        var stored = File.ReadAllText(PathOf("articles/first.md"));
        Assert.Contains(words, stored, StringComparison.Ordinal);
        File.WriteAllText(PathOf("articles/first.md"), stored.Replace(words, others, StringComparison.Ordinal));
        _content.Change("articles/first.md", "title:", "titel:");

        var library = Restart();

        Assert.Equal(Availability.NotFound, library.Current.FindArticle("first").Availability);
        Assert.Equal("The stored version of articles/first.md is damaged.", library.Keep());
    }

    [Fact]
    public void Restart_WithADamagedClinic_IsNotReady()
    {
        _content.Start();
        File.WriteAllText(PathOf("clinic.yml"), "city: \"x\"\n");
        _content.Change("clinic.yml", "phone:", "fone:");

        Assert.False(Restart().IsReady);
    }

    [Fact]
    public void Restart_WithoutItsStore_ServesWhatIsGoodAndKeepsItAgain()
    {
        _content.Start();
        Directory.Delete(_content.Store, recursive: true);
        _content.Change("articles/first.md", "title:", "titel:");

        var library = Restart();

        Assert.Equal(Availability.Published, library.Current.FindPage("about").Availability);
        Assert.Null(library.Keep());
        Assert.True(File.Exists(PathOf("pages/about.md")));
    }

    [Fact]
    public void Restart_AfterAKillInTheMidstOfWriting_UsesTheWholeVersionAndCleansUp()
    {
        var before = SiteSnapshot.Of(_content.Start());
        var leftovers = new[] { PathOf(".writing-0a.tmp"), PathOf("articles/.writing-0b.tmp") };
        foreach (var leftover in leftovers)
        {
            File.WriteAllText(leftover, "---\ntitle: \"Ha");
        }

        _content.Change("articles/first.md", "title:", "titel:");
        var library = Restart();

        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Null(library.Keep());
        Assert.All(leftovers, leftover => Assert.False(File.Exists(leftover)));
    }

    [Fact]
    public void Keep_WhereAFileIsInThePlaceOfTheStore_SaysSoAndHarmsNothing()
    {
        File.WriteAllText(_content.Store, "x");
        var library = Restart();
        var before = SiteSnapshot.Of(library);

        Assert.Contains(_content.Store, library.Keep(), StringComparison.Ordinal);
        Assert.Equal(before, SiteSnapshot.Of(library));

        File.Delete(_content.Store);
        Assert.Null(library.Keep());
    }

    [Fact]
    public void Keep_WhereOneFileCannotBeWritten_KeepsTheOthers()
    {
        Directory.CreateDirectory(PathOf("articles/first.md/x"));

        var library = Restart();

        Assert.NotNull(library.Keep());
        Assert.Equal(_content.Read("tags.yml"), Stored("tags.yml"));
    }

    [Fact]
    public void Keep_WhereAFolderOfTheStoreIsALink_WritesNothingThroughIt()
    {
        using var outside = new TestContent();
        outside.Write("articles/first.md", TestArticle.With());
        var theirs = outside.Read("articles/first.md");
        Directory.CreateDirectory(_content.Store);
        Directory.CreateSymbolicLink(PathOf("articles"), outside.PathOf("articles"));

        Assert.Contains("is a link", Restart().Keep(), StringComparison.Ordinal);
        Assert.Equal(theirs, outside.Read("articles/first.md"));

        _content.Change("articles/first.md", "title:", "titel:");
        Assert.Equal(Availability.NotFound, Restart().Current.FindArticle("first").Availability);
    }

    [Fact]
    public void Keep_WhereAStoredVersionIsALink_PutsAFileInItsPlace()
    {
        using var outside = new TestContent();
        outside.Write("articles/first.md", TestArticle.With());
        var theirs = outside.Read("articles/first.md");
        Directory.CreateDirectory(PathOf("articles"));
        File.CreateSymbolicLink(PathOf("articles/first.md"), outside.PathOf("articles/first.md"));

        _content.Change("articles/first.md", "title:", "titel:");
        Assert.Equal(Availability.NotFound, Restart().Current.FindArticle("first").Availability);

        _content.Change("articles/first.md", "titel:", "title:");
        Assert.Null(Restart().Keep());
        Assert.Equal(theirs, outside.Read("articles/first.md"));
        Assert.Null(new FileInfo(PathOf("articles/first.md")).LinkTarget);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("articles")]
    [InlineData("..")]
    public void Keep_WhereStoreAndContentLieInOneAnother_TouchesNeither(string store)
    {
        var files = Directory.GetFiles(_content.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        var library = new ContentLibrary(_content.Settings() with { Store = Path.GetFullPath(store, _content.Root) }, _content.Time);
        library.Reload();

        Assert.Equal("The store and the content folder lie in one another.", library.Keep());
        Assert.Equal(files, Directory.GetFiles(_content.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    private string PathOf(string path) => Path.Combine(_content.Store, path);

    private string? Stored(string path) => SealedText.Open(File.ReadAllText(PathOf(path)));

    private ContentLibrary Restart()
    {
        var library = new ContentLibrary(_content.Settings() with { Store = _content.Store }, _content.Time);
        library.Reload();
        return library;
    }
}
