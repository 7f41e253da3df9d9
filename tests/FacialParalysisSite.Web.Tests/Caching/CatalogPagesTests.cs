using System.Security.Cryptography;
using FacialParalysisSite.Web.Caching;

namespace FacialParalysisSite.Web.Tests.Caching;

public sealed class CatalogPagesTests
{
    private const int Most = 100_000;

    private readonly CatalogPages _pages = new(version: 1, Most);

    [Fact]
    public async Task Keep_MoreThanThereIsRoomFor_LetsGoWhatNobodyAskedFor()
    {
        await MakeAsync("/wanted");
        for (var number = 0; number < 100; number++)
        {
            await MakeAsync($"/{number}");
            _pages.In(_pages.Find("/wanted")!, ContentCoding.Gzip);
            Assert.InRange(_pages.Bytes, 1, Most);

            // What is asked for within one step of the machine's clock is as old as what was made in it.
            SpinWait.SpinUntil(() => Environment.TickCount64 > _pages.Find("/wanted")!.LastAsked, 1000);
        }

        Assert.NotNull(_pages.Find("/wanted"));
        Assert.NotNull(_pages.Find("/99"));
        Assert.Null(_pages.Find("/0"));
    }

    [Fact]
    public async Task In_ACodingThatIsNew_CountsItOnce()
    {
        var page = await MakeAsync("/page");
        var before = _pages.Bytes;

        var brotli = _pages.In(page, ContentCoding.Brotli);
        _pages.In(page, ContentCoding.Identity);

        Assert.Same(brotli, _pages.In(page, ContentCoding.Brotli));
        Assert.Equal(before + brotli.Bytes.Length, _pages.Bytes);
    }

    [Fact]
    public async Task Keep_APageThatIsLargerThanAllRoom_LeavesNoneOfIt()
    {
        var page = await MakeAsync("/large", bytes: 2 * Most);

        Assert.Equal("/large", page.Address);
        Assert.Equal(0, _pages.Count);
        Assert.Equal(0, _pages.Bytes);
        _pages.In(page, ContentCoding.Brotli);
        _pages.Improve(page, page.Kept.First());
        Assert.Equal(0, _pages.Bytes);
    }

    [Fact]
    public async Task FindOrMake_WhereTheFirstFails_IsMadeByWhoWaits()
    {
        var failing = new TaskCompletionSource<(CachedPage, bool)>();
        var first = _pages.FindOrMakeAsync("/page", () => failing.Task);
        var second = _pages.FindOrMakeAsync("/page", () => Task.FromResult((Page("/page"), true)));
        Assert.False(second.IsCompleted);

        failing.SetException(new InvalidTimeZoneException());

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => first);
        Assert.Equal("/page", (await second).Address);
    }

    [Fact]
    public async Task FindOrMake_APageForOnePerson_IsGivenToNobodyElse()
    {
        var making = new TaskCompletionSource<(CachedPage, bool)>();
        var first = _pages.FindOrMakeAsync("/page", () => making.Task);
        var second = _pages.FindOrMakeAsync("/page", () => Task.FromResult((Page("/page"), false)));

        making.SetResult((Page("/page"), false));

        Assert.NotSame(await first, await second);
        Assert.Equal(0, _pages.Count);
    }

    [Fact]
    public async Task Improve_APage_CountsWhatItBecame()
    {
        var page = await MakeAsync("/page");
        var kept = _pages.In(page, ContentCoding.Brotli);
        var before = _pages.Bytes;

        _pages.Improve(page, kept);

        var now = _pages.In(page, ContentCoding.Brotli);
        Assert.True(now.IsBest);
        Assert.Equal(before - kept.Bytes.Length + now.Bytes.Length, _pages.Bytes);
        Assert.DoesNotContain(_pages.Wanted(often: 0), wanted => wanted.Kept == now);
    }

    private Task<CachedPage> MakeAsync(string address, int bytes = 3000) => _pages.FindOrMakeAsync(address, () => Task.FromResult((Page(address, bytes), true)));

    /// <summary>Of noise, which no packing makes smaller.</summary>
    private static CachedPage Page(string address, int bytes = 3000) => new(address, endpoint: null, [], RandomNumberGenerator.GetBytes(bytes), ContentCoding.Gzip);
}
