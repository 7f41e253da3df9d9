using AngleSharp.Dom;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

public sealed class HomeTests : IDisposable
{
    private readonly SiteHost _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Home_ADoorToAnUnpublishedArticle_IsLeftOut()
    {
        var page = (await _site.GetAsync("/")).Page;

        Assert.Equal("What the first page says", page.QuerySelector("h1")!.TextContent);
        Assert.Equal([SampleContent.Full], page.QuerySelectorAll(".start__doors a").Select(link => link.GetAttribute("href")));
        Assert.Single(page.QuerySelectorAll(".start__lines path"));
        Assert.DoesNotContain("Hidden words", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_KindsOfCare_SayWhatTheyCanAndCannot()
    {
        var row = (await _site.GetAsync("/")).Page.QuerySelector(".care__row")!;

        Assert.Equal(SampleContent.Bare, row.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Equal(["It can help.", "It cannot be rushed."], row.QuerySelectorAll("p").Select(line => line.TextContent));
    }

    [Fact]
    public async Task Home_Cards_LeadToTheirPages()
    {
        var page = (await _site.GetAsync("/")).Page;

        Assert.Equal("/contact", page.QuerySelector(".who a")!.GetAttribute("href"));
        Assert.Equal("Ada writes.", page.QuerySelector(".who p")!.TextContent);
        Assert.Equal("/first-visit", page.QuerySelector("main .panel a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Home_WithoutItsWords_StillShowsWhatThereIs()
    {
        File.Delete(_site.Content.PathOf("home.yml"));

        var page = (await _site.GetAsync("/")).Page;

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("#start, .care, .who"));
        Assert.NotEmpty(page.QuerySelectorAll(".list__link"));
    }
}
