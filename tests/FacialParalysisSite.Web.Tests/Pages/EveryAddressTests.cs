using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

/// <summary>What holds for every page.</summary>
public sealed class EveryAddressTests(SiteHost site) : IClassFixture<SiteHost>
{
    public static TheoryData<string, string> Titles => new()
    {
        { "/", "Bell’s palsy, synkinesis and facial paralysis" },
        { "/articles", "Articles" },
        { SampleContent.Full, "Relaxing tight muscles" },
        { SampleContent.Bare, "Exercises at home" },
        { SampleContent.Overdue, "What is synkinesis?" },
        { SampleContent.Expiring, "Winter hours" },
        { "/categories/treatments", "Treatments" },
        { "/categories/conditions", "Conditions" },
        { "/tags/botox", "Botox" },
        { "/tags/synkinesis", "Synkinesis" },
        { "/tags/unused", "Unused" },
        { "/contact", "How do I reach the clinic?" },
        { "/first-visit", "Your first visit" },
        { "/privacy", "Privacy" },
    };

    /// <summary>Search engines are not to lead anybody there.</summary>
    private static readonly string[] ListsOfNothing = ["/categories/conditions", "/tags/unused"];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Get_APublishedAddress_HasItsTitleLandmarksAndCanonicalLink(string address, string title)
    {
        var answer = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.Header("Content-Type"));
        var page = answer.Page;
        Assert.Equal($"{title} | The Sample Clinic", page.Title);
        Assert.Equal("en-US", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main#main"));
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.Single(page.QuerySelectorAll("body > footer"));
        Assert.NotEmpty(page.QuerySelectorAll("nav[aria-label=Main] a"));
        Assert.Equal("#main", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(SiteHost.PlainBase + address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(ListsOfNothing.Contains(address) ? "noindex" : null, page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.NotEqual("", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Get_APublishedAddress_HasHeadingsWithoutGapsAndIdsOnlyOnce(string address, string title)
    {
        var page = (await site.GetAsync(address)).Page;

        var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(heading => heading.TagName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, title));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), part => Assert.Contains(part.GetAttribute("aria-labelledby"), ids));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Get_APublishedAddress_SetsNoCookieAndIsKeptForHalfAMinute(string address, string title)
    {
        var answer = await site.GetAsync(address);

        Assert.Null(answer.Header("Set-Cookie"));
        Assert.True(answer.Header("Cache-Control") == "public, max-age=30, stale-while-revalidate=30", title);
    }

    [Fact]
    public async Task Menu_OfAPage_MarksThePageItself()
    {
        var page = (await site.GetAsync("/contact")).Page;

        Assert.Equal(["/contact"], page.QuerySelectorAll("[aria-current=page]").Select(link => link.GetAttribute("href")));
    }
}
