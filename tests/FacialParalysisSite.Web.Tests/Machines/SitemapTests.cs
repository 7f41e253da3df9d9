using System.Globalization;
using System.Net;
using System.Xml.Linq;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Machines;

public sealed class SitemapTests(SiteHost site, RealSite real) : IClassFixture<SiteHost>, IClassFixture<RealSite>
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Get_TheSitemap_HasEveryAddressOnceWithTheLastChange()
    {
        var answer = await site.GetAsync("/sitemap.xml");

        Assert.Equal("application/xml; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal(
        [
            ("/", "2029-11-01"), ("/articles", "2029-11-01"), ("/consultation", null), ("/first-visit", null), ("/contact", null), ("/privacy", null),
            ("/categories/treatments", "2029-11-01"), ("/tags/botox", "2029-04-02"), ("/tags/synkinesis", "2029-04-02"),
            (SampleContent.Expiring, "2029-11-01"), (SampleContent.Full, "2029-04-02"), (SampleContent.Bare, "2029-02-01"), (SampleContent.Overdue, "2028-06-01"),
        ], Urls(answer).Select(url => (url.Address[SiteHost.PlainBase.Length..], url.LastChange)));
    }

    [Fact]
    public async Task Get_TheSitemap_SaysWhenAReviewOrATimeChangedAPage()
    {
        using var own = new SiteHost();
        own.Content.WriteArticle("reviewed", "updated: 2028-06-02\nreviewer: rita-reviewer\nreviewed: 2029-12-24\nreviewDue: 2031-01-01", published: "2028-06-01")
            .WriteArticle("timed", published: "2028-06-01T09:00:00-07:00")
            .Write("pages/hub.md", "---\ntitle: \"T\"\nsummary: \"S\"\ncategory: treatments\nupdated: 2028-01-01\n---\n\nWords.\n");

        var urls = Urls(await own.GetAsync("/sitemap.xml")).ToDictionary(url => url.Address[SiteHost.PlainBase.Length..], url => url.LastChange, StringComparer.Ordinal);

        Assert.Equal("2029-12-24", urls["/articles/reviewed"]);
        Assert.Equal("2028-06-01T09:00:00-07:00", urls["/articles/timed"]);
        Assert.Equal("2029-12-24", urls["/hub"]);
        Assert.Equal("2029-12-24", urls["/"]);
        Assert.DoesNotContain("/categories/treatments", urls.Keys);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_TheSitemap_IsAsTheProtocolHasIt(bool isReal)
    {
        var root = XDocument.Parse((await (isReal ? real : site).GetAsync("/sitemap.xml")).Text).Root!;

        // The schema of sitemaps.org, protocol 0.9: url 1 to 50,000 times, with loc once and lastmod at most once, in this order.
        Assert.Equal(Sitemap + "urlset", root.Name);
        Assert.InRange(root.Elements().Count(), 1, 50_000);
        foreach (var url in root.Elements())
        {
            Assert.Equal(Sitemap + "url", url.Name);
            Assert.True(url.Elements().Select(element => element.Name).SequenceEqual([Sitemap + "loc"]) || url.Elements().Select(element => element.Name).SequenceEqual([Sitemap + "loc", Sitemap + "lastmod"]));
            Assert.InRange(url.Element(Sitemap + "loc")!.Value.Length, 12, 2048);
            Assert.True(Uri.IsWellFormedUriString(url.Element(Sitemap + "loc")!.Value, UriKind.Absolute));
            Assert.True(url.Element(Sitemap + "lastmod") is not { } date
                || DateTimeOffset.TryParseExact(date.Value, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Addresses_OfTheSitemap_AreTheCanonicalOnesOfPagesThatMayBeIndexed(bool isReal)
    {
        var host = isReal ? real : site;
        foreach (var (address, _) in Urls(await host.GetAsync("/sitemap.xml")))
        {
            var answer = await host.GetAsync(address);

            Assert.True(answer.Status == HttpStatusCode.OK, address);
            Assert.Equal(address, answer.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Null(answer.Page.QuerySelector("meta[name=robots]"));
        }
    }

    private static List<(string Address, string? LastChange)> Urls(Answer answer) => XDocument.Parse(answer.Text).Root!.Elements()
        .Select(url => (url.Element(Sitemap + "loc")!.Value, url.Element(Sitemap + "lastmod")?.Value)).ToList();
}
