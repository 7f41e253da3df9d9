using System.Net;
using AngleSharp.Html.Dom;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

/// <summary>The content of the repository, read as a visitor who follows every link.</summary>
public sealed class RealContentTests(RealSite site) : IClassFixture<RealSite>
{
    [Fact]
    public async Task Links_FollowedFromTheHomePage_AllLeadToPagesAndPlacesThatExist()
    {
        var pages = new Dictionary<string, IHtmlDocument?>(StringComparer.Ordinal);
        var links = new List<(string From, string Href)> { ("/", "/") };
        for (var next = 0; next < links.Count; next++)
        {
            var target = new Uri(new Uri(SiteHost.PlainBase + links[next].From), links[next].Href);
            if (target.Host != new Uri(SiteHost.PlainBase).Host || pages.ContainsKey(target.PathAndQuery))
            {
                continue;
            }

            var answer = await site.GetAsync(target.PathAndQuery);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{links[next].From} links to {links[next].Href}: {(int)answer.Status}");
            var page = answer.Header("Content-Type")!.StartsWith("text/html", StringComparison.Ordinal) ? answer.Page : null;
            pages[target.PathAndQuery] = page;
            links.AddRange((page?.QuerySelectorAll("[href], [src]") ?? Enumerable.Empty<AngleSharp.Dom.IElement>())
                .Select(element => (target.PathAndQuery, element.GetAttribute("href") ?? element.GetAttribute("src")!)));
        }

        Assert.Superset(new HashSet<string>(["/articles", "/articles/how-does-botox-help-bells-palsy-and-synkinesis", "/director", "/team", "/first-visit",
            "/contact", "/privacy", "/accessibility"], StringComparer.Ordinal), pages.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.All(links, link => AssertAnchor(link.From, link.Href, pages));
    }

    [Fact]
    public async Task Article_OfTheClinic_HasItsNoticesNamesAndOldAddress()
    {
        var page = (await site.GetAsync("/articles/how-does-botox-help-bells-palsy-and-synkinesis")).Page;

        Assert.Equal("How does Botox help Bell’s palsy and synkinesis?", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='tel:+13106572203']"));
        Assert.Contains("Babak Azizzadeh", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Jodi Slavica, RN", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[aria-label=Emergency]"));
        Assert.NotNull(page.QuerySelector("[aria-label='Off-label use']"));
        Assert.Equal("/articles/how-does-botox-help-bells-palsy-and-synkinesis",
            (await site.GetAsync("/blogs/How-Does-Botox-Help-Bells-Palsy-A-Synkinesis.html")).Location);
    }

    [Theory]
    [InlineData("/glossary", true)]
    [InlineData("/faq", false)]
    public async Task Contents_OfLettersOrOfQuestions_StandInARowOrBelowEachOther(string address, bool inARow) =>
        Assert.Equal(inARow, (await site.GetAsync(address)).Page.QuerySelector(".toc")!.ClassList.Contains("toc--short"));

    private static void AssertAnchor(string from, string href, Dictionary<string, IHtmlDocument?> pages)
    {
        var target = new Uri(new Uri(SiteHost.PlainBase + from), href);
        if (target.Fragment.Length > 1 && pages.GetValueOrDefault(target.PathAndQuery) is { } page)
        {
            Assert.True(page.GetElementById(Uri.UnescapeDataString(target.Fragment[1..])) is not null, $"{from} links to {href}, which is not there");
        }
    }
}
