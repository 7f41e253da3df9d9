using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

/// <summary>Lists in parts: twenty-five articles of one category and tag, besides the sample's.</summary>
public sealed class ArticlePagingTests(ArticlePagingTests.LongLists site) : IClassFixture<ArticlePagingTests.LongLists>
{
    private const int Written = 25;

    private static readonly string[] Lists = ["/articles", "/categories/treatments", "/tags/botox"];

    public static TheoryData<string> AllLists => new(Lists);

    [Theory]
    [MemberData(nameof(AllLists))]
    public async Task Get_TheFirstPart_HasTwentyAndALinkToTheNext(string list)
    {
        var page = (await site.GetAsync(list)).Page;

        Assert.Equal(20, page.QuerySelectorAll("main .listing > .list > .list__row").Length);
        Assert.Equal($"{list}?page=2", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[rel=prev]"));
        Assert.Equal(SiteHost.PlainBase + list, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(AllLists))]
    public async Task Get_TheSecondPart_HasTheRestAndItsOwnTitleAndCanonicalLink(string list)
    {
        var first = (await site.GetAsync(list)).Page;
        var second = (await site.GetAsync($"{list}?page=2")).Page;

        var rest = second.QuerySelectorAll("main .listing > .list > .list__row a").Select(link => link.GetAttribute("href")).ToList();
        var all = first.QuerySelectorAll("main .listing > .list > .list__row a").Select(link => link.GetAttribute("href")).Concat(rest).ToList();
        Assert.NotEmpty(rest);
        Assert.Equal(all.Distinct(), all);
        Assert.Equal(Written, all.Count(address => address!.StartsWith("/articles/long-", StringComparison.Ordinal)));
        Assert.Equal(list, second.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Contains("page 2 of 2", second.Title, StringComparison.Ordinal);
        Assert.Equal($"{SiteHost.PlainBase}{list}?page=2", second.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(AllLists))]
    public async Task Get_PageOne_IsTheFirstPartWithItsCanonicalLink(string list)
    {
        var answer = await site.GetAsync($"{list}?page=1");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((await site.GetAsync(list)).Text, answer.Text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("3")]
    [InlineData("99")]
    [InlineData("99999999999999999999")]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("%2B2")]
    [InlineData("%202")]
    [InlineData("%D9%A2")]
    public async Task Get_APartThatIsNotThere_IsNotFound(string part)
    {
        foreach (var list in Lists)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"{list}?page={part}")).Status);
        }
    }

    [Fact]
    public async Task Get_TheList_HasTheNewestFirst()
    {
        var page = (await site.GetAsync("/articles")).Page;

        Assert.Equal("/articles/long-25", page.QuerySelector("main .listing > .list > .list__row a")!.GetAttribute("href"));
    }

    public sealed class LongLists : SiteHost
    {
        public LongLists()
        {
            for (var day = 1; day <= Written; day++)
            {
                Content.WriteArticle($"long-{day:00}", "tags: [botox]", published: $"2029-12-{day:00}");
            }
        }
    }
}
