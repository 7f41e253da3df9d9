using System.Globalization;
using System.Net;
using System.Xml.Linq;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Feeds;

public sealed class AtomFeedTests(SiteHost site, RealSite real) : IClassFixture<SiteHost>, IClassFixture<RealSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>
    /// What may stand in a feed and in an entry, and how often: the RELAX NG of RFC 4287, appendix B, with sections 4.1.1 and 4.1.2.
    /// Elements that the feed does not use are left out, so that a new one is looked at.
    /// </summary>
    private static readonly Dictionary<string, (int Least, int Most)> FeedElements = new(StringComparer.Ordinal)
    {
        ["id"] = (1, 1),
        ["title"] = (1, 1),
        ["updated"] = (1, 1),
        ["subtitle"] = (0, 1),
        ["author"] = (0, int.MaxValue),
        ["link"] = (0, int.MaxValue),
        ["entry"] = (0, int.MaxValue),
    };

    private static readonly Dictionary<string, (int Least, int Most)> EntryElements = new(StringComparer.Ordinal)
    {
        ["id"] = (1, 1),
        ["title"] = (1, 1),
        ["updated"] = (1, 1),
        ["published"] = (0, 1),
        ["summary"] = (0, 1),
        ["author"] = (0, int.MaxValue),
        ["link"] = (0, int.MaxValue),
        ["category"] = (0, int.MaxValue),
    };

    [Fact]
    public async Task Get_TheFeed_HasTheArticlesTheNewestFirstWithWholeAddresses()
    {
        var answer = await site.GetAsync("/feed.xml");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/atom+xml; charset=utf-8", answer.Header("Content-Type"));
        var feed = XDocument.Parse(answer.Text).Root!;
        Assert.Equal(new[] { SampleContent.Expiring, SampleContent.Full, SampleContent.Bare, SampleContent.Overdue }.Select(address => SiteHost.PlainBase + address),
            feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "link")!.Attribute("href")!.Value));
        Assert.Equal(SiteHost.PlainBase + "/feed.xml", feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        var full = feed.Elements(Atom + "entry").ElementAt(1);
        Assert.Equal("2029-04-01T00:00:00-07:00", full.Element(Atom + "published")!.Value);
        Assert.Equal("2029-04-02T00:00:00-07:00", full.Element(Atom + "updated")!.Value);
        Assert.Equal(["Treatments", "Botox", "Synkinesis"], full.Elements(Atom + "category").Select(category => category.Attribute("label")!.Value));
        Assert.Equal("2029-11-01T00:00:00-07:00", feed.Element(Atom + "updated")!.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_TheFeed_IsAsTheStandardHasIt(bool isReal)
    {
        var feed = XDocument.Parse((await (isReal ? real : site).GetAsync("/feed.xml")).Text).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        AssertElements(feed, FeedElements);
        AssertLinks(feed);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            AssertElements(entry, EntryElements);
            AssertLinks(entry);

            // Section 4.1.2: an entry without content has an alternate link; every entry has an author, or its feed has.
            Assert.Contains(entry.Elements(Atom + "link"), link => link.Attribute("rel")?.Value is null or "alternate");
            Assert.NotEmpty(entry.Elements(Atom + "author").Concat(feed.Elements(Atom + "author")));
            Assert.All(entry.Elements(Atom + "category"), category => Assert.NotEqual("", category.Attribute("term")!.Value));
        }

        var ids = entries.Select(entry => entry.Element(Atom + "id")!.Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Get_TheFeedOfASiteWithoutArticles_IsAsTheStandardHasItToo()
    {
        using var own = new SiteHost();
        Directory.Delete(own.Content.PathOf("articles"), recursive: true);

        var feed = XDocument.Parse((await own.GetAsync("/feed.xml")).Text).Root!;

        AssertElements(feed, FeedElements);
        Assert.Empty(feed.Elements(Atom + "entry"));
    }

    [Fact]
    public async Task Get_TheFeedOfManyArticles_HasTheNewest()
    {
        using var own = new SiteHost();
        for (var number = 0; number < 40; number++)
        {
            own.Content.WriteArticle($"more-{number:00}", published: "2029-12-01");
        }

        var titles = XDocument.Parse((await own.GetAsync("/feed.xml")).Text).Root!.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value).ToList();

        Assert.Equal(30, titles.Count);
        Assert.All(titles, title => Assert.StartsWith("Title of more-", title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_TheFeedWithSignsThatXmlAndJsonMean_KeepsThem()
    {
        const string title = "<b>&amp; “x” ]]> </script> \U0001F600 \uFEFF é";
        using var own = new SiteHost();
        own.Content.WriteArticle("signs", published: "2029-12-01", title: title);

        Assert.Equal(title, XDocument.Parse((await own.GetAsync("/feed.xml")).Text).Root!.Element(Atom + "entry")!.Element(Atom + "title")!.Value);
        Assert.Equal(title, System.Text.Json.JsonDocument.Parse((await own.GetAsync("/feed.json")).Text).RootElement.GetProperty("items")[0].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("A \uFFFF title")]
    [InlineData("A \\uFFFF title")]
    [InlineData("A \\uFFFE title")]
    [InlineData("A \\uD800 title")]
    [InlineData("A \\u0001 title")]
    public async Task Get_TheFeedOfASiteWithWhatXmlCannotHold_IsAsBefore(string title)
    {
        using var own = new SiteHost();
        own.Content.WriteArticle("odd", published: "2029-12-01", title: title);

        var answer = await own.GetAsync("/feed.xml");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(4, XDocument.Parse(answer.Text).Root!.Elements(Atom + "entry").Count());
    }

    [Fact]
    public async Task Ids_OfTheFeeds_AreTheSameForHttpAndHttps()
    {
        using var secure = new SiteHost().With("Site:BaseUrl", SiteHost.SecureBase);

        var ids = await IdsAsync(site);

        Assert.Equal(ids, await IdsAsync(secure));
        Assert.Equal("tag:clinic.example,2026:articles", ids[0]);
        Assert.Contains("tag:clinic.example,2029-04-01:relaxing-tight-muscles", ids);
        Assert.Equal(ids[1..], System.Text.Json.JsonDocument.Parse((await site.GetAsync("/feed.json")).Text).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
    }

    private static async Task<List<string>> IdsAsync(SiteHost host) =>
        XDocument.Parse((await host.GetAsync("/feed.xml")).Text).Root!.DescendantsAndSelf().Elements(Atom + "id").Select(id => id.Value).ToList();

    private static void AssertElements(XElement parent, Dictionary<string, (int Least, int Most)> allowed)
    {
        Assert.All(parent.Elements(), element => Assert.True(element.Name.Namespace == Atom && allowed.ContainsKey(element.Name.LocalName), $"{element.Name} in {parent.Name}"));
        Assert.All(allowed, element => Assert.InRange(parent.Elements(Atom + element.Key).Count(), element.Value.Least, element.Value.Most));
        Assert.True(Uri.IsWellFormedUriString(parent.Element(Atom + "id")!.Value, UriKind.Absolute));
        Assert.All(parent.Elements(Atom + "author"), author => Assert.NotEqual("", author.Elements().Single(name => name.Name == Atom + "name").Value));

        // Section 3.1: what is not marked otherwise is plain text. Section 3.3: RFC 3339 times with seconds and an offset.
        Assert.All(parent.Elements().Where(element => element.Name.LocalName is "title" or "summary" or "subtitle"), text => Assert.True(text.Attribute("type")?.Value is null or "text" && !text.HasElements));
        Assert.All(parent.Elements().Where(element => element.Name.LocalName is "updated" or "published"), date =>
            Assert.True(DateTimeOffset.TryParseExact(date.Value, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _), date.Value));
    }

    /// <summary>Sections 4.1.1 and 4.2.7: each has an address, and of those that lead to the same thing in the same type there is one.</summary>
    private static void AssertLinks(XElement parent)
    {
        var links = parent.Elements(Atom + "link").ToList();
        Assert.All(links, link => Assert.True(Uri.IsWellFormedUriString(link.Attribute("href")!.Value, UriKind.Absolute)));
        var alternates = links.Where(link => link.Attribute("rel")?.Value is null or "alternate").Select(link => link.Attribute("type")?.Value).ToList();
        Assert.Equal(alternates.Distinct(StringComparer.Ordinal), alternates);
    }
}
