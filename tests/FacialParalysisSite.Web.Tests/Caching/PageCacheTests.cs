using System.Net;
using System.Runtime.CompilerServices;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Caching;

/// <summary>An old page never comes back, whatever changes what is published.</summary>
public sealed class PageCacheTests : IDisposable
{
    private readonly CachedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Edit_OfAKeptPage_IsSeenAtOnceAndTheOldOneNeverAgain()
    {
        var address = _site.NextAddress();
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync(address)).Status);
        await _site.GetAsync("/");

        Edit("articles/new-0.md", "Title of new-0", "Another title");

        for (var time = 0; time < 5; time++)
        {
            Assert.Contains("Another title", (await _site.GetAsync(address)).Text, StringComparison.Ordinal);
        }

        Edit("articles/new-0.md", "Another title", "A third title");
        Assert.Contains("A third title", (await _site.GetAsync(address)).Text, StringComparison.Ordinal);
        File.Delete(_site.Content.PathOf("articles/new-0.md"));
        Library.Reload();
        Assert.Equal(HttpStatusCode.NotFound, (await _site.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Edit_WhileAPageIsMade_LeavesNothingOfTheOldOne()
    {
        await _site.GetAsync("/contact");
        var address = _site.NextAddress();
        _site.Renders.Hold();
        var late = Task.Run(() => _site.GetAsync(address));
        await Eventually.HoldsAsync(() => _site.Renders.IsHeld, "the page is being made");

        Edit("articles/new-0.md", "Title of new-0", "Another title");
        var waiting = Task.Run(() => _site.GetAsync(address));
        await Eventually.HoldsAsync(() => _site.Renders.Count >= 3, "the new page is made beside it");
        _site.Renders.Release();

        Assert.Contains("Title of new-0", (await late).Text, StringComparison.Ordinal);
        Assert.Contains("Another title", (await waiting).Text, StringComparison.Ordinal);
        for (var time = 0; time < 3; time++)
        {
            Assert.Contains("Another title", (await _site.GetAsync(address)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Edit_WhileAPageIsMade_LeavesNothingOfTheOldOneWhereItIsDoneFirst()
    {
        var address = _site.NextAddress();
        _site.Renders.Hold();
        var late = Task.Run(() => _site.GetAsync(address));
        await Eventually.HoldsAsync(() => _site.Renders.IsHeld, "the page is being made");

        Edit("articles/new-0.md", "Title of new-0", "Another title");
        _site.Renders.Release();
        await late;

        Assert.Equal(0, _site.Cache.Current.Count);
        Assert.Contains("Another title", (await _site.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_ThatMakesAKeptPageUntrue_TakesItAway()
    {
        _site.Content.WriteArticle("offer", "expires: 2030-01-20", "2030-01-16T17:00:00Z", "An offer");
        foreach (var address in new[] { "/articles", "/articles", "/articles/offer" })
        {
            Assert.DoesNotContain("An offer", (await _site.GetAsync(address)).Text, StringComparison.Ordinal);
        }

        _site.Clock.Now = new DateTimeOffset(2030, 1, 16, 17, 0, 0, TimeSpan.Zero);
        Assert.Contains("An offer", (await _site.GetAsync("/articles")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync("/articles/offer")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync("/articles/offer")).Status);

        // It expires when its last day is over at the clinic, whose clocks are eight hours behind.
        _site.Clock.Now = new DateTimeOffset(2030, 1, 21, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.Gone, (await _site.GetAsync("/articles/offer")).Status);
        Assert.DoesNotContain("An offer", (await _site.GetAsync("/articles")).Text, StringComparison.Ordinal);

        // A clock that is set back makes it true again.
        _site.Clock.Now = new DateTimeOffset(2030, 1, 16, 17, 0, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync("/articles/offer")).Status);
    }

    [Fact]
    public async Task Crowd_ThatAsksForOnePage_HasItMadeOnce()
    {
        await _site.GetAsync("/contact");
        var address = _site.NextAddress();
        var before = _site.Renders.Count;
        _site.Renders.Hold();
        var crowd = Enumerable.Range(0, 50).Select(number => Task.Run(() => _site.GetAsync(address, ("Accept-Encoding", number % 2 == 0 ? "gzip" : "br")))).ToList();
        await Eventually.HoldsAsync(() => _site.Renders.IsHeld, "the page is being made");
        _site.Renders.Release();

        var answers = await Task.WhenAll(crowd);

        Assert.Equal(before + 1, _site.Renders.Count);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(2, answers.Select(answer => answer.Header("ETag")).Distinct().Count());
    }

    [Fact]
    public async Task Page_ThatFails_IsNotKeptAndIsMadeAnewOnceItDoesNot()
    {
        var address = _site.NextAddress();
        _site.Renders.Fails = true;
        var failed = await _site.GetAsync(address, ("Accept-Encoding", "gzip"));
        _site.Renders.Fails = false;

        Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        Assert.Contains("no-store", failed.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Null(failed.Header("ETag"));
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Page_ThatIsAskedForOften_BecomesSmallerAndIsStillKnownUnderItsOldTag()
    {
        var address = _site.NextAddress();
        var (first, last) = (await AskAsync(), await AskAsync());

        await Eventually.HoldsAsync(async () => (last = await AskAsync()).Header("ETag") != first.Header("ETag"), "the page is packed anew");

        Assert.True(last.Bytes.Length < first.Bytes.Length);
        foreach (var tag in new[] { first.Header("ETag"), last.Header("ETag") })
        {
            var known = await AskAsync(("If-None-Match", tag!));
            Assert.Equal(HttpStatusCode.NotModified, known.Status);
            Assert.Equal(tag, known.Header("ETag"));
        }

        Task<Answer> AskAsync(params (string, string)[] headers) => _site.GetAsync(address, [.. headers, ("Accept-Encoding", "br")]);
    }

    [Fact]
    public async Task Catalog_ThatWasReplaced_LeavesTheMemoryWithItsPages()
    {
        var (catalog, pages) = await FillAsync();

        Edit("articles/new-0.md", "Title of new-0", "Another title");
        await _site.GetAsync("/contact");

        await Eventually.HoldsAsync(
            () =>
            {
                GC.Collect();
                return !catalog.IsAlive && !pages.IsAlive;
            },
            "the old catalog and its pages are gone");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<(WeakReference Catalog, WeakReference Pages)> FillAsync()
    {
        await _site.GetAsync(_site.NextAddress());
        Assert.Equal(1, _site.Cache.Current.Count);
        return (new WeakReference(Library.Current), new WeakReference(_site.Cache.Current));
    }

    private ContentLibrary Library => _site.Services.GetRequiredService<ContentLibrary>();

    private void Edit(string file, string old, string now)
    {
        _site.Content.Replace(file, old, now);
        Library.Reload(new HashSet<string>(StringComparer.Ordinal) { file });
    }
}
