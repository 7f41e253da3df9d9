using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

public sealed class ListTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Theory]
    [InlineData("/articles", "/articles/winter-hours", "/articles/relaxing-tight-muscles", "/articles/exercises-at-home", "/articles/what-is-synkinesis")]
    [InlineData("/categories/treatments", "/articles/winter-hours", "/articles/relaxing-tight-muscles", "/articles/exercises-at-home", "/articles/what-is-synkinesis")]
    [InlineData("/categories/conditions")]
    [InlineData("/tags/botox", "/articles/relaxing-tight-muscles")]
    [InlineData("/tags/synkinesis", "/articles/relaxing-tight-muscles", "/articles/what-is-synkinesis")]
    [InlineData("/tags/unused")]
    public async Task Get_AList_HasItsPublishedArticlesTheNewestFirst(string list, params string[] articles)
    {
        var page = (await site.GetAsync(list)).Page;

        Assert.Equal(articles, page.QuerySelectorAll("main .listing > .list > .list__row > a").Select(link => link.GetAttribute("href")));
        Assert.Null(page.QuerySelector(".paging"));
    }

    [Fact]
    public async Task Get_AListWithoutArticles_SaysSoAndIsNotToBeFound()
    {
        var answer = await site.GetAsync("/tags/unused");

        Assert.Contains("There are no articles here yet", answer.Text, StringComparison.Ordinal);
        Assert.Equal("noindex", answer.Page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task Get_TheHomePage_LeadsToArticlesCategoriesAndTheVisit()
    {
        var links = (await site.GetAsync("/")).Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ToList();

        Assert.Contains(SampleContent.Full, links);
        Assert.Contains("/articles", links);
        Assert.Contains("/categories/treatments", links);
        Assert.Contains("/categories/conditions", links);
        Assert.Contains("/first-visit", links);
    }

    [Theory]
    [InlineData("/articles/nothing-here")]
    [InlineData("/categories/nothing-here")]
    [InlineData("/tags/nothing-here")]
    [InlineData("/nothing-here")]
    [InlineData("/categories")]
    [InlineData("/tags")]
    [InlineData("/pictures")]
    [InlineData("/status")]
    [InlineData("/status/404")]
    [InlineData("/status/500")]
    [InlineData("/articles/relaxing-tight-muscles/more")]
    public async Task Get_AnAddressThatIsNotThere_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(address)).Status);
}
