using System.Globalization;
using System.Net;
using System.Text.Json;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Feeds;

public sealed class JsonFeedTests(SiteHost site, RealSite real) : IClassFixture<SiteHost>, IClassFixture<RealSite>
{
    /// <summary>The members that jsonfeed.org/version/1.1 knows, as far as the feed uses them, and what each holds.</summary>
    private static readonly Dictionary<string, Action<JsonElement>> FeedMembers = new(StringComparer.Ordinal)
    {
        ["version"] = value => Assert.Equal("https://jsonfeed.org/version/1.1", value.GetString()),
        ["title"] = AssertText,
        ["description"] = AssertText,
        ["home_page_url"] = AssertUrl,
        ["feed_url"] = AssertUrl,
        ["icon"] = AssertUrl,
        ["favicon"] = AssertUrl,
        ["language"] = AssertText,
        ["authors"] = AssertAuthors,
        ["items"] = value => Assert.Equal(JsonValueKind.Array, value.ValueKind),
    };

    private static readonly Dictionary<string, Action<JsonElement>> ItemMembers = new(StringComparer.Ordinal)
    {
        ["id"] = AssertText,
        ["url"] = AssertUrl,
        ["title"] = AssertText,
        ["content_text"] = AssertText,
        ["image"] = AssertUrl,
        ["date_published"] = AssertTime,
        ["date_modified"] = AssertTime,
        ["authors"] = AssertAuthors,
        ["tags"] = value => Assert.All(value.EnumerateArray(), AssertText),
    };

    [Fact]
    public async Task Get_TheFeed_SaysOfAnArticleWhatItsPageSays()
    {
        var answer = await site.GetAsync("/feed.json");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/feed+json", answer.Header("Content-Type"));
        var items = JsonDocument.Parse(answer.Text).RootElement.GetProperty("items");
        Assert.Equal(new[] { SampleContent.Expiring, SampleContent.Full, SampleContent.Bare, SampleContent.Overdue }.Select(address => SiteHost.PlainBase + address),
            items.EnumerateArray().Select(item => item.GetProperty("url").GetString()));
        var full = items[1];
        Assert.Equal("Relaxing tight muscles", full.GetProperty("title").GetString());
        Assert.Equal("Summary of relaxing-tight-muscles.", full.GetProperty("content_text").GetString());
        Assert.Equal("2029-04-02T00:00:00-07:00", full.GetProperty("date_modified").GetString());
        Assert.Equal(SiteHost.PlainBase + SampleContent.Picture, full.GetProperty("image").GetString());
        Assert.False(items[2].TryGetProperty("image", out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_TheFeed_IsAsTheStandardHasIt(bool isReal)
    {
        var feed = JsonDocument.Parse((await (isReal ? real : site).GetAsync("/feed.json")).Text).RootElement;

        // The standard wants version, title and items; and of an item its id and its content.
        AssertMembers(feed, FeedMembers, "version", "title", "items");
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        Assert.All(items, item => AssertMembers(item, ItemMembers, "id", "content_text"));
        var ids = items.Select(item => item.GetProperty("id").GetString()).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Pages_OfTheSite_LeadToBothFeeds()
    {
        var page = (await site.GetAsync(SampleContent.Full)).Page;

        foreach (var link in page.QuerySelectorAll("link[rel=alternate]"))
        {
            var answer = await site.GetAsync(link.GetAttribute("href")!);
            Assert.StartsWith(link.GetAttribute("type"), answer.Header("Content-Type"), StringComparison.Ordinal);
        }

        Assert.Equal(2, page.QuerySelectorAll("link[rel=alternate]").Length);
    }

    private static void AssertMembers(JsonElement element, Dictionary<string, Action<JsonElement>> known, params string[] required)
    {
        Assert.All(required, name => Assert.True(element.TryGetProperty(name, out _), name));
        foreach (var member in element.EnumerateObject())
        {
            Assert.True(known.TryGetValue(member.Name, out var check), member.Name);
            check(member.Value);
        }
    }

    private static void AssertText(JsonElement value) => Assert.False(string.IsNullOrEmpty(value.GetString()));

    private static void AssertUrl(JsonElement value) => Assert.True(Uri.IsWellFormedUriString(value.GetString(), UriKind.Absolute));

    private static void AssertTime(JsonElement value) =>
        Assert.True(DateTimeOffset.TryParseExact(value.GetString(), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static void AssertAuthors(JsonElement value) => Assert.All(value.EnumerateArray(), author => AssertText(author.GetProperty("name")));
}
