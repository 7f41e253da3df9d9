using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Reading;

/// <summary>Edits of files while the site runs, through the real watcher and the real clock.</summary>
public sealed class ContentWatcherTests
{
    private const string File1 = "articles/exercises-at-home.md";

    [Fact]
    public async Task Edit_OfAnArticle_GoesLive()
    {
        using var site = Started();

        site.Content.Replace(File1, "Some plain words.", "Some other words.");

        await ShowsAsync(site, SampleContent.Bare, "Some other words.");
    }

    [Fact]
    public async Task Edit_ByAtomicRename_GoesLive()
    {
        using var site = Started();
        var path = site.Content.PathOf(File1);
        File.WriteAllText(path + ".tmp", File.ReadAllText(path).Replace("Some plain words.", "Words put in place.", StringComparison.Ordinal));

        File.Move(path + ".tmp", path, overwrite: true);

        await ShowsAsync(site, SampleContent.Bare, "Words put in place.");
    }

    [Fact]
    public async Task Edit_ThroughAHardLinkOutsideTheFolder_GoesLiveByTheRegularLook()
    {
        using var site = Started();
        using var outside = new TemporaryFolder();
        Assert.Equal(0, await SiteProgram.RunToolAsync("ln", site.Content.PathOf(File1), outside["same.md"]));

        var text = await File.ReadAllTextAsync(outside["same.md"]);
        await File.WriteAllTextAsync(outside["same.md"], text.Replace("Some plain words.", "Words from elsewhere, a few more.", StringComparison.Ordinal));

        await ShowsAsync(site, SampleContent.Bare, "Words from elsewhere, a few more.");
    }

    [Fact]
    public async Task Edit_AfterTheWholeFolderWasReplaced_IsStillNoticedByTheWatcher()
    {
        using var site = Started();
        var root = site.Content.Root;
        Assert.Equal(0, await SiteProgram.RunToolAsync("cp", "-r", root, root + "-new"));
        var copy = new EditedContent(root + "-new").Replace(File1, "Some plain words.", "Words of the new folder.");
        Age(copy);
        Directory.Move(root, root + "-old");
        Directory.Move(root + "-new", root);
        await ShowsAsync(site, SampleContent.Bare, "Words of the new folder.");

        await Eventually.HoldsAsync(
            async () =>
            {
                EditUnseenByLooks(site, "Words of the new folder.", "WORDS OF THE NEW FOLDER.");
                return (await site.GetAsync(SampleContent.Bare)).Text.Contains("WORDS OF THE NEW FOLDER.", StringComparison.Ordinal);
            },
            "the edit is live");
    }

    [Fact]
    public async Task Edit_ThatNoRegularLookCanSee_GoesLiveByTheWatcher()
    {
        using var site = Started();
        EditUnseenByLooks(site, "Some plain words.", "Some PLAIN words.");

        await ShowsAsync(site, SampleContent.Bare, "Some PLAIN words.");
    }

    [Fact]
    public async Task Edit_WhileAnotherProgramNeverStopsWriting_GoesLive()
    {
        using var site = Started();
        using var end = new CancellationTokenSource();
        var noise = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            while (!end.IsCancellationRequested)
            {
                await File.AppendAllTextAsync(site.Content.PathOf(".noise"), "x");
                await timer.WaitForNextTickAsync();
            }
        });

        site.Content.Replace(File1, "Some plain words.", "Words in the noise.");
        await ShowsAsync(site, SampleContent.Bare, "Words in the noise.");

        Assert.False(noise.IsCompleted);
        await end.CancelAsync();
        await noise;
    }

    [Fact]
    public async Task NewFile_OfAnArticle_GoesLiveAndGoesWithIt()
    {
        using var site = Started();

        site.Content.WriteArticle("brand-new", published: "2025-01-01");
        await ShowsAsync(site, "/articles/brand-new", "Title of brand-new");
        Assert.Contains("Title of brand-new", (await site.GetAsync("/categories/treatments")).Text, StringComparison.Ordinal);

        File.Delete(site.Content.PathOf("articles/brand-new.md"));
        await Eventually.HoldsAsync(async () => (await site.GetAsync("/articles/brand-new")).Status == HttpStatusCode.NotFound, "the article is away");
    }

    [Fact]
    public async Task FaultyEdit_OfAnArticle_ChangesNoPageAndIsNamedInTheLog()
    {
        using var site = Started();
        var before = await AllAsync(site);

        site.Content.Replace(File1, "category: treatments", "category: treatments\npublishd: 2029-02-01");
        await site.Log.LineWithAsync("EROR", $"content/{File1}(5,1): error FP0103:");
        Assert.Equal(before, await AllAsync(site));

        site.Content.Replace(File1, "publishd: 2029-02-01\n", "").Replace(File1, "Some plain words.", "Mended words.");
        await ShowsAsync(site, SampleContent.Bare, "Mended words.");
        await site.Log.LineWithAsync("INFO", "No longer:", $"content/{File1}(5,1)");
    }

    [Fact]
    public async Task FaultyFile_DroppedIn_ChangesNoPageAndIsLiveWhenMended()
    {
        using var site = Started();
        var before = await AllAsync(site);

        site.Content.WriteArticle("dropped-in", "tags: [nonsense]", published: "2025-01-01");
        await site.Log.LineWithAsync("EROR", "content/articles/dropped-in.md(7,8): error FP0204:");
        Assert.Equal(before, await AllAsync(site));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/articles/dropped-in")).Status);

        site.Content.Replace("articles/dropped-in.md", "nonsense", "botox");
        await ShowsAsync(site, "/articles/dropped-in", "Title of dropped-in");
    }

    [Theory]
    [InlineData("clinic.yml", "phone: \"none\"")]
    [InlineData("categories.yml", "nothing: here")]
    [InlineData("tags.yml", "- slug: [")]
    public async Task FaultyEdit_OfAListOrTheClinic_ChangesNoPage(string file, string text)
    {
        using var site = Started();
        var before = await AllAsync(site);

        site.Content.Write(file, text);

        await site.Log.LineWithAsync("EROR", $"content/{file}(");
        Assert.Equal(before, await AllAsync(site));
    }

    [Fact]
    public async Task Folder_ThatVanishesForAMoment_TakesNoPageDown()
    {
        using var site = Started();
        var before = await AllAsync(site);

        Directory.Move(site.Content.Root, site.Content.Root + "-away");
        Directory.CreateDirectory(site.Content.Root);
        Assert.Equal(before, await AllAsync(site));
        Directory.Delete(site.Content.Root);
        Directory.Move(site.Content.Root + "-away", site.Content.Root);
        site.Content.Replace(File1, "Some plain words.", "Back again.");

        await ShowsAsync(site, SampleContent.Bare, "Back again.");
    }

    [Fact]
    public async Task FaultyFile_AtStart_IsLeftOutAndTheRestIsServed()
    {
        using var site = new SiteHost();
        site.Content.WriteArticle("broken", "colour: red");

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/articles/broken")).Status);
        Assert.All(await AllAsync(site), page => Assert.Contains("<h1", page.Value, StringComparison.Ordinal));
        await site.Log.LineWithAsync("EROR", "content/articles/broken.md(7,1): error FP0103:");
    }

    private static SiteHost Started()
    {
        // The sample is written for a later time; with the real clock nothing of it would be out.
        var site = new SiteHost().WithRealClock();
        foreach (var file in Directory.GetFiles(site.Content.PathOf("articles")))
        {
            var slug = Path.GetFileNameWithoutExtension(file);
            site.Content.Write($"articles/{slug}.md", string.Join('\n', File.ReadAllLines(file)
                .Select(line => line.Replace(": 2028-", ": 2018-", StringComparison.Ordinal).Replace(": 2029-", ": 2019-", StringComparison.Ordinal))));
        }

        Age(site.Content);
        Assert.NotNull(site.Services);
        return site;
    }

    private static async Task<SortedDictionary<string, string>> AllAsync(SiteHost site)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in SampleContent.Addresses)
        {
            pages[address] = (await site.GetAsync(address)).Text;
        }

        return pages;
    }

    private static Task ShowsAsync(SiteHost site, string address, string words) => Eventually.HoldsAsync(
        async () => (await site.GetAsync(address)).Text.Contains(words, StringComparison.Ordinal), $"{address} shows \"{words}\"", () => site.Log.Text);

    /// <summary>Makes the file look as if nobody had touched it for long, so that a regular look trusts its time.</summary>
    private static void Age(EditedContent content) =>
        File.SetLastWriteTimeUtc(content.PathOf(File1), new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>Leaves length and time as they were: only a watcher can notice it.</summary>
    private static void EditUnseenByLooks(SiteHost site, string old, string now)
    {
        var path = site.Content.PathOf(File1);
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, now, StringComparison.Ordinal));
        Age(site.Content);
    }
}
