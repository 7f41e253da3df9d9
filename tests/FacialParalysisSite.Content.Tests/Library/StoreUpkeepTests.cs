using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Library;

public sealed class StoreUpkeepTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Keep_OfASite_HoldsEveryTextAndNothingElse()
    {
        var texts = Texts();
        _content.WritePicture("images/face.png");
        _content.Write("README.md", "# Guide");
        _content.Write("notes.txt", "x");
        _content.Write("articles/faulty.md", "no fields");
        _content.Write("articles/Bad Name.md", TestArticle.With());

        _content.Start();

        Assert.Equal(texts, Stored());
        Assert.All(Stored(), path => Assert.Equal(_content.Read(path), Read(path)));
    }

    [Fact]
    public void Keep_AnEdit_KeepsTheNewVersionWhereItHasNoError()
    {
        var library = _content.Start();

        _content.Change("articles/first.md", "The first article", "Another title");
        ReloadAndKeep(library);
        Assert.Contains("Another title", Read("articles/first.md"), StringComparison.Ordinal);

        _content.Change("articles/first.md", "title:", "titel:");
        ReloadAndKeep(library);
        Assert.Contains("title: \"Another title\"", Read("articles/first.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Keep_AFileThatBecameFaultyByAnother_KeepsItsLastGoodVersion()
    {
        var library = _content.Start();
        _content.Write("categories.yml", "- slug: treatments\n  title: \"T\"\n  summary: \"S.\"\n");
        _content.Change("articles/first.md", "The first article", "Another title");

        ReloadAndKeep(library);

        Assert.Contains("The first article", Read("articles/first.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Keep_NothingChanged_WritesNothing()
    {
        var library = _content.Start();
        var before = Stored().Select(path => File.GetLastWriteTimeUtc(PathOf(path)).Ticks).ToList();

        ReloadAndKeep(library);
        _content.Start();

        Assert.Equal(before, Stored().Select(path => File.GetLastWriteTimeUtc(PathOf(path)).Ticks));
    }

    [Fact]
    public void Keep_AFileEditedSinceItWasRead_WaitsForTheNextLook()
    {
        var library = new ContentLibrary(_content.Settings() with { Store = _content.Store }, _content.Time);
        library.Reload();
        _content.Change("articles/first.md", "title:", "titel:");

        Assert.Null(library.Keep());
        Assert.DoesNotContain("articles/first.md", Stored());

        _content.Change("articles/first.md", "titel:", "title:");
        library.Reload();
        Assert.Null(library.Keep());
        Assert.Contains("articles/first.md", Stored());
    }

    [Fact]
    public void Keep_AStoredVersionThatWasDamagedOrDeletedMeanwhile_IsMadeGoodWithTheNextEdit()
    {
        var library = _content.Start();
        File.WriteAllText(PathOf("pages/about.md"), "x");
        File.Delete(PathOf("tags.yml"));

        _content.Change("articles/first.md", "The first article", "Another title");
        ReloadAndKeep(library);

        Assert.Equal(_content.Read("pages/about.md"), Read("pages/about.md"));
        Assert.Equal(_content.Read("tags.yml"), Read("tags.yml"));
    }

    [Fact]
    public void Keep_AFileThatWasDeleted_IsForgotten()
    {
        _content.Write("articles/x.md", TestArticle.With());
        var library = _content.Start();
        _content.Delete("articles/x.md");

        ReloadAndKeep(library);

        Assert.DoesNotContain("articles/x.md", Stored());
    }

    [Fact]
    public void Keep_AFileThatWasDeletedAndIsFaultyNow_IsForgottenThoughNobodyKeptInBetween()
    {
        _content.Write("articles/x.md", TestArticle.With());
        var library = _content.Start();
        _content.Delete("articles/x.md");
        library.Reload();
        _content.Write("articles/x.md", "faulty");

        ReloadAndKeep(library);

        Assert.DoesNotContain("articles/x.md", Stored());
    }

    [Fact]
    public void Keep_AFileThatWasDeletedAndIsGoodNow_KeepsTheNewOne()
    {
        _content.Write("articles/x.md", TestArticle.With(body: "Old."));
        var library = _content.Start();
        _content.Delete("articles/x.md");
        library.Reload();
        _content.Write("articles/x.md", TestArticle.With(body: "New."));

        ReloadAndKeep(library);

        Assert.Contains("New.", Read("articles/x.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Keep_AFolderThatIsAwayOrEmpty_IsForgottenAfterADay()
    {
        var library = _content.Start();
        _content.Delete("articles/first.md");
        Directory.Delete(_content.PathOf("articles"));

        ReloadAndKeep(library);
        _content.Time.Advance(TimeSpan.FromHours(23));
        ReloadAndKeep(library);
        Assert.Contains("articles/first.md", Stored());

        _content.Time.Advance(TimeSpan.FromHours(1));
        ReloadAndKeep(library);
        Assert.DoesNotContain("articles/first.md", Stored());
    }

    [Fact]
    public void Keep_WhileTheWholeFolderIsAway_ForgetsNothing()
    {
        var library = _content.Start();
        var before = Stored();
        Directory.Move(_content.Root, _content.Root + "-away");
        try
        {
            ReloadAndKeep(library);
            _content.Time.Advance(TimeSpan.FromDays(9));
            ReloadAndKeep(library);

            Assert.Equal(before, Stored());
        }
        finally
        {
            Directory.Move(_content.Root + "-away", _content.Root);
        }
    }

    [Fact]
    public void Keep_ToldToStop_LeavesWholeFilesAndGoesOnNextTime()
    {
        var library = new ContentLibrary(_content.Settings() with { Store = _content.Store }, _content.Time);
        library.Reload();

        Assert.Null(library.Keep(new CancellationToken(canceled: true)));
        Assert.Empty(Stored());

        Assert.Null(library.Keep());
        Assert.Equal(Texts(), Stored());
    }

    [Fact]
    public void Keep_WhileFilesChange_EndsWithWhatIsOnTheDisk()
    {
        var library = _content.Start();

        Parallel.For(0, 2, worker =>
        {
            for (var i = 1; i <= 50; i++)
            {
                if (worker == 0)
                {
                    _content.Write("articles/x.md", TestArticle.With("", $"Number {i}."));
                    library.Reload();
                }
                else
                {
                    Assert.Null(library.Keep());
                }
            }
        });

        Assert.Null(library.Keep());
        Assert.Contains("Number 50.", Read("articles/x.md"), StringComparison.Ordinal);
    }

    private static void ReloadAndKeep(ContentLibrary library)
    {
        library.Reload();
        Assert.Null(library.Keep());
    }

    private string PathOf(string path) => Path.Combine(_content.Store, path);

    private string? Read(string path) => SealedText.Open(File.ReadAllText(PathOf(path)));

    /// <summary>What is to be kept of the content folder: the list of addresses is the site's own memory, of which there is no other version.</summary>
    private List<string> Texts() => FilesIn(_content.Root).Where(path => path != "addresses.txt").ToList();

    private List<string> Stored() => FilesIn(_content.Store);

    private static List<string> FilesIn(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal).ToList();
}
