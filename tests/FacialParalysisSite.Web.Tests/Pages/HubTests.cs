using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

/// <summary>A page that takes the place of the plain list of a category.</summary>
public sealed class HubTests : IDisposable
{
    private readonly SiteHost _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Get_AHub_HasItsOwnWordsAndTheArticlesOfItsCategory()
    {
        WriteHub();

        var page = (await _site.GetAsync("/care")).Page;

        Assert.Equal("What can be done?", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Words of the hub.", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/articles/winter-hours", SampleContent.Full, SampleContent.Bare, SampleContent.Overdue],
            page.QuerySelectorAll("main .list__row > a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector("[aria-label='Off-label use']"));
        Assert.Equal(["/articles"], page.QuerySelectorAll(".crumbs a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Get_TheListOfItsCategory_LeadsToTheHub()
    {
        WriteHub();

        var list = await _site.GetAsync("/categories/treatments");

        Assert.Equal(HttpStatusCode.MovedPermanently, list.Status);
        Assert.Equal("/care", list.Location);
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync("/categories/conditions")).Status);
    }

    [Fact]
    public async Task Get_PagesThatNameTheCategory_LinkToTheHub()
    {
        WriteHub();

        foreach (var address in new[] { "/", "/articles", SampleContent.Full })
        {
            var links = (await _site.GetAsync(address)).Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ToList();
            Assert.Contains("/care", links);
            Assert.DoesNotContain("/categories/treatments", links);
        }
    }

    [Fact]
    public async Task Get_AHubOfManyArticles_HasSeveralParts()
    {
        WriteHub();
        for (var number = 0; number < 20; number++)
        {
            _site.Content.WriteArticle($"more-{number}");
        }

        var second = await _site.GetAsync("/care?page=2");

        Assert.Equal("What can be done?, page 2 of 2 | The Sample Clinic", second.Page.Title);
        Assert.Equal(SiteHost.PlainBase + "/care?page=2", second.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(4, second.Page.QuerySelectorAll("main .list__row").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.GetAsync("/care?page=3")).Status);
        Assert.Equal("/care?page=2", (await _site.GetAsync("/categories/treatments?page=2")).Location);
        Assert.Equal("/care", (await _site.GetAsync("/categories/treatments?page=1")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.GetAsync("/categories/treatments?page=3")).Status);
    }

    [Fact]
    public async Task Get_TheListOfACategoryWithADraftHub_IsTheList()
    {
        WriteHub("draft: true");

        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync("/categories/treatments")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.GetAsync("/care")).Status);
    }

    [Fact]
    public async Task Get_APageOfManySections_HasAListOfThem()
    {
        _site.Content.Write("pages/long.md", "---\ntitle: \"L\"\nsummary: \"S\"\n---\n\n" + string.Concat(Enumerable.Range(1, 5).Select(number => $"## Part {number}\n\nWords.\n\n")));

        var links = (await _site.GetAsync("/long")).Page.QuerySelectorAll("nav.toc a").Select(link => link.GetAttribute("href"));

        Assert.Equal(["#part-1", "#part-2", "#part-3", "#part-4", "#part-5"], links);
        Assert.Null((await _site.GetAsync("/contact")).Page.QuerySelector("nav.toc"));
    }

    private void WriteHub(string fields = "offLabel: true") => _site.Content.Write("pages/care.md", $"""
        ---
        title: "What can be done?"
        summary: "All of it."
        category: treatments
        {fields}
        ---

        Words of the hub.
        """);
}
