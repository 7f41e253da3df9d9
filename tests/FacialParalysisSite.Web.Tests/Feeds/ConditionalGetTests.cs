using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Feeds;

/// <summary>Whoever has a document already is told so, and whoever does not have what it says now gets it.</summary>
public sealed class ConditionalGetTests
{
    /// <summary>In the past: a time that has not come yet, the framework does not compare with.</summary>
    private static readonly DateTimeOffset Start = new(2025, 6, 1, 17, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Scheduled = Start.AddMinutes(10);

    public static TheoryData<string> Documents => new("/feed.xml", "/feed.json", "/sitemap.xml");

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Get_WhatOneHasAlready_IsNotSentAgain(string document)
    {
        using var site = Site();
        var first = await site.GetAsync(document);

        foreach (var (name, value) in new[] { ("If-None-Match", first.Header("ETag")!), ("If-None-Match", "*"), ("If-Modified-Since", first.Header("Last-Modified")!) })
        {
            var again = await site.GetAsync(document, (name, value));

            Assert.Equal(HttpStatusCode.NotModified, again.Status);
            Assert.Empty(again.Bytes);
            Assert.Equal(first.Header("ETag"), again.Header("ETag"));
            Assert.Equal("no-cache", again.Header("Cache-Control"));
            Assert.Equal("Accept-Encoding", again.Header("Vary"));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Get_WhatOneHasFromBeforeARestart_IsNotSentAgainToWhoAsksByTag(string document)
    {
        using var before = Site();
        var first = await before.GetAsync(document);
        using var after = Site();
        after.Clock.Now = Start.AddMinutes(5);

        var again = await after.GetAsync(document, ("If-None-Match", first.Header("ETag")!), ("If-Modified-Since", first.Header("Last-Modified")!));
        var other = await after.GetAsync(document, ("If-None-Match", "W/\"another\""), ("If-Modified-Since", (await after.GetAsync(document)).Header("Last-Modified")!));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(0)]
    [InlineData(-90_000)]
    public async Task Get_AfterAChangeWithinASecondOrWithTheClockSetBack_IsSentToWhoAsksByTime(int milliseconds)
    {
        using var site = Site();
        var before = await site.GetAsync("/feed.xml");
        site.Clock.Now = Start.AddMilliseconds(milliseconds);
        site.Content.WriteArticle("late", published: "2024-01-01");

        await Eventually.HoldsAsync(async () => (await site.GetAsync("/feed.xml")).Text.Contains("/articles/late", StringComparison.Ordinal), "the article is out");
        var after = await site.GetAsync("/feed.xml", ("If-Modified-Since", before.Header("Last-Modified")!));

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("/articles/late", after.Text, StringComparison.Ordinal);

        // A time that has not come yet is not said; once it has come, it is a later one.
        Assert.Null(after.Header("Last-Modified"));
        site.Clock.Now = Start.AddSeconds(1);
        Assert.Equal(Start.AddSeconds(1).ToString("R"), (await site.GetAsync("/feed.xml")).Header("Last-Modified"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Get_AfterAnArticleCameOut_IsSentWhateverIsAskedBy(string document)
    {
        using var site = Site();
        var before = await site.GetAsync(document);

        site.Clock.Now = Scheduled;

        foreach (var (name, value) in new[] { ("If-None-Match", before.Header("ETag")!), ("If-Modified-Since", before.Header("Last-Modified")!) })
        {
            var after = await site.GetAsync(document, (name, value));

            Assert.Equal(HttpStatusCode.OK, after.Status);
            Assert.Contains("/articles/scheduled", after.Text, StringComparison.Ordinal);
            Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
        }
    }

    [Fact]
    public async Task Get_AfterAnArticleOfAnEarlierDayCameOut_IsSentToWhoAsksByTime()
    {
        // The newest date in the feed stays what it was: only what changed when can tell.
        using var site = Site();
        var before = await site.GetAsync("/feed.xml");
        site.Clock.Now = Start.AddMinutes(1);
        site.Content.WriteArticle("late", published: "2024-01-01");

        await Eventually.HoldsAsync(
            async () => (await site.GetAsync("/feed.xml", ("If-Modified-Since", before.Header("Last-Modified")!))).Text.Contains("/articles/late", StringComparison.Ordinal),
            "the article is sent");
    }

    [Fact]
    public async Task Get_AfterAnEditThatTheFeedDoesNotShow_IsNotSentAgain()
    {
        using var site = Site();
        var before = await site.GetAsync("/feed.xml");
        site.Clock.Now = Start.AddMinutes(1);
        site.Content.Replace("pages/privacy.md", "Nothing.", "Nothing at all.");
        await Eventually.HoldsAsync(async () => (await site.GetAsync("/privacy")).Text.Contains("Nothing at all.", StringComparison.Ordinal), "the edit is live");

        Assert.Equal(HttpStatusCode.NotModified, (await site.GetAsync("/feed.xml", ("If-None-Match", before.Header("ETag")!))).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await site.GetAsync("/feed.xml", ("If-Modified-Since", before.Header("Last-Modified")!))).Status);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Get_CompressedOrNot_IsTheSameToWhoHasIt(string document)
    {
        using var site = Site();

        var packed = await site.GetAsync(document, ("Accept-Encoding", "br"));

        Assert.Equal("br", packed.Header("Content-Encoding"));
        Assert.Equal("Accept-Encoding", packed.Header("Vary"));
        Assert.StartsWith("W/\"", packed.Header("ETag"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, (await site.GetAsync(document, ("If-None-Match", packed.Header("ETag")!))).Status);
    }

    private static SiteHost Site()
    {
        var site = new SiteHost();
        site.Clock.Now = Start;
        Directory.Delete(site.Content.PathOf("articles"), recursive: true);
        site.Content.WriteArticle("early", published: "2025-01-01").WriteArticle("scheduled", published: "2025-06-01T17:10:00Z");
        return site;
    }
}
