using System.Net;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Machines;

public sealed class SitemapTests(SiteHost site, RealSite real) : IClassFixture<SiteHost>, IClassFixture<RealSite>
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>What the protocol at sitemaps.org, version 0.9, allows: these elements, in any order and each once; addresses from 12 to 2,048 letters.</summary>
    private const string Protocol = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                   targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
          <xs:element name="urlset">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="url" type="Url" maxOccurs="50000" />
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:complexType name="Url">
            <xs:all>
              <xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI"><xs:minLength value="12" /><xs:maxLength value="2048" /></xs:restriction></xs:simpleType></xs:element>
              <xs:element name="lastmod" minOccurs="0"><xs:simpleType><xs:union memberTypes="xs:date xs:dateTime" /></xs:simpleType></xs:element>
              <xs:element name="changefreq" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="always|hourly|daily|weekly|monthly|yearly|never" /></xs:restriction></xs:simpleType></xs:element>
              <xs:element name="priority" minOccurs="0"><xs:simpleType><xs:restriction base="xs:decimal"><xs:minInclusive value="0" /><xs:maxInclusive value="1" /></xs:restriction></xs:simpleType></xs:element>
            </xs:all>
          </xs:complexType>
        </xs:schema>
        """;

    [Fact]
    public async Task Get_TheSitemap_HasEveryAddressOnceWithTheLastChange()
    {
        var answer = await site.GetAsync("/sitemap.xml");

        Assert.Equal("application/xml; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal(
        [
            ("/", null), ("/articles", null), ("/categories/treatments", null), ("/tags/botox", null), ("/tags/synkinesis", null),
            ("/consultation", null), ("/first-visit", null), ("/contact", null), ("/privacy", null),
            (SampleContent.Expiring, "2029-11-01"), (SampleContent.Full, "2029-04-02"), (SampleContent.Bare, "2029-02-01"), (SampleContent.Overdue, "2028-06-01"),
        ], Urls(answer).Select(url => (url.Address[SiteHost.PlainBase.Length..], url.LastChange)));
    }

    [Fact]
    public async Task Get_TheSitemap_SaysWhenAReviewOrATimeChangedAPage()
    {
        using var own = new SiteHost();
        own.Content.WriteArticle("reviewed", "updated: 2028-06-02\nreviewer: rita-reviewer\nreviewed: 2029-12-24\nreviewDue: 2031-01-01", published: "2028-06-01")
            .WriteArticle("timed", published: "2028-06-01T09:00:00-07:00")
            .Write("pages/hub.md", "---\ntitle: \"T\"\nsummary: \"S\"\ncategory: treatments\nupdated: 2028-01-01\n---\n\nWords.\n")
            .WriteCase("drawing").WriteCase("draft", fields: "draft: true")
            .Write("pages/plain.md", "---\ntitle: \"T\"\nsummary: \"S\"\nupdated: 2028-01-01\n---\n\nWords.\n");

        var urls = Urls(await own.GetAsync("/sitemap.xml")).ToDictionary(url => url.Address[SiteHost.PlainBase.Length..], url => url.LastChange, StringComparer.Ordinal);

        Assert.Equal("2029-12-24", urls["/articles/reviewed"]);
        Assert.Equal("2028-06-01T09:00:00-07:00", urls["/articles/timed"]);
        Assert.Equal("2028-01-01", urls["/plain"]);
        Assert.Equal("2029-05-01", urls["/gallery/drawing"]);
        Assert.DoesNotContain("/gallery/draft", urls.Keys);

        // Nobody writes down when an article left a list.
        Assert.Null(urls["/hub"]);
        Assert.Null(urls["/"]);
        Assert.Null(urls["/gallery"]);
        Assert.DoesNotContain("/categories/treatments", urls.Keys);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_TheSitemap_IsAsTheProtocolHasIt(bool isReal)
    {
        var sitemap = XDocument.Parse((await (isReal ? real : site).GetAsync("/sitemap.xml")).Text);

        Assert.Equal(Sitemap + "urlset", sitemap.Root!.Name);
        Assert.Empty(FaultsOf(sitemap));

        // More than a schema can ask for.
        Assert.All(sitemap.Descendants(Sitemap + "loc"), address => Assert.True(Uri.IsWellFormedUriString(address.Value, UriKind.Absolute)));
    }

    [Theory]
    [InlineData("<url><lastmod>2029-01-01</lastmod></url>")]
    [InlineData("<url><loc>http://clinic.example/</loc><lastmod>yesterday</lastmod></url>")]
    [InlineData("<url><loc>http://clinic.example/</loc><title>A</title></url>")]
    public void Faults_OfASitemapThatIsNotAsTheProtocolHasIt_AreFound(string url) =>
        Assert.NotEmpty(FaultsOf(XDocument.Parse($"<urlset xmlns=\"{Sitemap}\">{url}</urlset>")));

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

    private static List<string> FaultsOf(XDocument sitemap)
    {
        var schemas = new XmlSchemaSet();
        using var protocol = XmlReader.Create(new StringReader(Protocol));
        schemas.Add(Sitemap.NamespaceName, protocol);
        var faults = new List<string>();
        sitemap.Validate(schemas, (_, fault) => faults.Add(fault.Message));
        return faults;
    }

    private static List<(string Address, string? LastChange)> Urls(Answer answer) => XDocument.Parse(answer.Text).Root!.Elements()
        .Select(url => (url.Element(Sitemap + "loc")!.Value, url.Element(Sitemap + "lastmod")?.Value)).ToList();
}
