using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Articles;

public sealed class ArticleTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Get_AnArticleWithHeadingsNamedLikePartsOfThePage_HasEachIdOnce()
    {
        using var own = new SiteHost();
        own.Content.WriteArticle("ids", published: "2028-01-01", body: "## Call\n\nx\n\n## Talk\n\nx\n\n## Subjects\n\nx\n\n## Related\n\nx\n\n## Sources\n\nx\n\n## Contents\n\nx\n\n## Main\n\nx");

        var ids = (await own.GetAsync("/articles/ids")).Page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.Contains("section-main", ids);
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    /// <summary>Of 71, 70 and 69 characters with the name of the clinic.</summary>
    [Theory]
    [InlineData("What to bring and what to ask at a first visit here", "What to bring and what to ask at a first visit here")]
    [InlineData("What to bring and what to ask at a first visit now", "What to bring and what to ask at a first visit now | The Sample Clinic")]
    [InlineData("What to bring and what to ask at your first visit", "What to bring and what to ask at your first visit | The Sample Clinic")]
    public async Task Get_AnArticle_HasTheNameOfTheClinicInItsTitleWhereThatIsNotCutOff(string title, string shown)
    {
        using var own = new SiteHost();
        own.Content.WriteArticle("long", published: "2028-01-01", title: title);

        Assert.Equal(shown, (await own.GetAsync("/articles/long")).Page.Title);
    }

    [Fact]
    public async Task Get_AnArticleWithEverything_SaysInShortWhatItSays()
    {
        var page = await PageAsync(SampleContent.Full);

        Assert.Equal(["The first short line.", "The second short line."], page.QuerySelectorAll("[aria-labelledby=in-short] li").Select(TextOf));
    }

    [Fact]
    public async Task Get_AnArticleWithSections_ListsThemWithLinksThatLeadThere()
    {
        var page = await PageAsync(SampleContent.Full);

        var links = page.QuerySelectorAll("nav[aria-labelledby=contents] a").ToList();
        Assert.Equal(["What happens?", "How long?", "Sources"], links.Select(TextOf));
        Assert.All(links, link => Assert.Equal(TextOf(link), TextOf(page.GetElementById(link.GetAttribute("href")![1..])!)));
    }

    [Fact]
    public async Task Get_AnArticleWithEverything_NamesAuthorAndDates()
    {
        var meta = (await PageAsync(SampleContent.Full)).QuerySelector(".meta")!;

        Assert.Contains("By Ada Writer.", TextOf(meta), StringComparison.Ordinal);
        Assert.Equal(["2029-04-01", "2029-04-02"], meta.QuerySelectorAll("time").Select(time => time.GetAttribute("datetime")));
        Assert.Equal(["April 1, 2029", "April 2, 2029"], meta.QuerySelectorAll("time").Select(TextOf));
    }

    [Theory]
    [InlineData(SampleContent.Full, "Reviewed by Rita Reviewer, MD on March 28, 2029")]
    [InlineData(SampleContent.Bare, "Awaiting review by a clinician. Please do not act on this page alone.")]
    [InlineData(SampleContent.Overdue, "Due for review since June 1, 2029. Last reviewed by Rita Reviewer, MD on May 30, 2028")]
    public async Task Get_AnArticle_SaysHowFarItsReviewIs(string address, string words) =>
        Assert.Equal(words, TextOf((await PageAsync(address)).QuerySelector(".review")!));

    [Fact]
    public async Task Get_AReviewedArticle_SaysThatAReviewIsDueFromThatDayOn()
    {
        using var own = new SiteHost();
        Assert.StartsWith("Reviewed by", TextOf((await own.GetAsync(SampleContent.Full)).Page.QuerySelector(".review")!), StringComparison.Ordinal);

        own.Clock.Now = new DateTimeOffset(2031, 4, 1, 7, 0, 0, TimeSpan.Zero);

        Assert.StartsWith("Due for review since April 1, 2031.", TextOf((await own.GetAsync(SampleContent.Full)).Page.QuerySelector(".review")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnArticleWithCitations_NumbersThemInOrderAndLeadsToTheSource()
    {
        var page = await PageAsync(SampleContent.Full);

        var citations = page.QuerySelectorAll(".prose a.ref").ToList();
        Assert.Equal(["Source 1", "Source 2", "Source 1"], citations.Select(TextOf));
        Assert.Equal(["#source-1", "#source-2", "#source-1"], citations.Select(link => link.GetAttribute("href")));
        Assert.Equal(citations.Count, citations.Select(link => link.Id).Distinct().Count());
        Assert.Equal("The first source.", TextOf(page.GetElementById("source-1")!));
        Assert.Equal("A publisher. The second source, 2020.", TextOf(page.GetElementById("source-2")!));
        Assert.Equal("https://example.org/second", page.QuerySelector("#source-2 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Get_AnArticleWithRelatedOnes_ListsThePublishedThenTheNearest()
    {
        var related = (await PageAsync(SampleContent.Full)).QuerySelectorAll("[aria-labelledby=site-related] a").Select(link => link.GetAttribute("href")).ToList();

        Assert.Equal(SampleContent.Overdue, related[0]);
        Assert.Equal([SampleContent.Bare, SampleContent.Expiring], related.Skip(1).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(SampleContent.Expiring, null, SampleContent.Full)]
    [InlineData(SampleContent.Full, SampleContent.Expiring, SampleContent.Bare)]
    [InlineData(SampleContent.Overdue, SampleContent.Bare, null)]
    public async Task Get_AnArticle_LeadsToThoseBesideItInItsCategory(string address, string? previous, string? next)
    {
        var beside = (await PageAsync(address)).QuerySelector("nav[aria-label='More in Treatments']")!;

        Assert.Equal(previous, beside.QuerySelector("[rel=prev]")?.GetAttribute("href"));
        Assert.Equal(next, beside.QuerySelector("[rel=next]")?.GetAttribute("href"));
        Assert.All(beside.QuerySelectorAll("a"), link => Assert.Matches("^(Previous|Next) in Treatments .+", TextOf(link)));
    }

    [Fact]
    public async Task Get_TheOnlyArticleOfItsCategory_HasNoneBesideIt()
    {
        using var own = new SiteHost();
        own.Content.WriteArticle("alone").Replace("articles/alone.md", "category: treatments", "category: conditions");

        Assert.Null((await own.GetAsync("/articles/alone")).Page.QuerySelector(".neighbours"));
    }

    [Theory]
    [InlineData(1, "1 minute to read.")]
    [InlineData(1000, "5 minutes to read.")]
    public async Task Get_AnArticle_SaysHowLongItTakesToRead(int words, string time)
    {
        using var own = new SiteHost();
        own.Content.WriteArticle("long", body: string.Join(' ', Enumerable.Repeat("word", words)));

        Assert.EndsWith("Published May 1, 2028. " + time, TextOf((await own.GetAsync("/articles/long")).Page.QuerySelector(".meta")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleContent.Full)]
    [InlineData(SampleContent.Bare)]
    public async Task Get_AnArticle_CallsToActionWithThePhone(string address)
    {
        var call = (await PageAsync(address)).QuerySelector("[aria-labelledby=site-call]")!;

        Assert.Contains(call.QuerySelectorAll("a"), link => link.GetAttribute("href") == "tel:+13105550142" && TextOf(link) == "Call " + SampleContent.Phone);
        Assert.Contains(call.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/consultation" && TextOf(link) == "Schedule your consultation");
    }

    [Fact]
    public async Task Get_AnUrgentOffLabelArticle_SaysBoth()
    {
        var page = await PageAsync(SampleContent.Full);

        Assert.Equal("Sudden face droop: call 911 now.", TextOf(page.QuerySelector("[aria-label=Emergency]")!));
        Assert.Equal("tel:911", page.QuerySelector("[aria-label=Emergency] a")!.GetAttribute("href"));
        Assert.Equal("Off-label use. The FDA has not judged this use.", TextOf(page.QuerySelector("[aria-label='Off-label use']")!));
    }

    [Fact]
    public async Task Get_AnArticleWithTheRequiredFieldsOnly_HasNoEmptyParts()
    {
        var page = await PageAsync(SampleContent.Bare);

        Assert.Null(page.QuerySelector("[aria-label=Emergency], [aria-label='Off-label use'], #in-short, #contents, #sources, #site-subjects, main img"));
        Assert.Equal(["2029-02-01"], page.QuerySelectorAll(".meta time").Select(time => time.GetAttribute("datetime")));
    }

    [Fact]
    public async Task Get_AnArticleWithAPictureAndTags_ShowsThem()
    {
        var page = await PageAsync(SampleContent.Full);

        var image = page.QuerySelector("main img")!;
        Assert.Equal(SampleContent.Picture, image.GetAttribute("src"));
        Assert.Equal("A drawing of the facial nerve", image.GetAttribute("alt"));
        Assert.Equal(["/tags/botox", "/tags/synkinesis"], page.QuerySelectorAll("a[rel=tag]").Select(link => link.GetAttribute("href")));
        Assert.Equal("/categories/treatments", page.QuerySelectorAll(".crumbs a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task Get_AnArticleThatLinksToAFile_LeadsToItsAddress() =>
        Assert.Contains((await PageAsync(SampleContent.Full)).QuerySelectorAll(".prose a"), link => link.GetAttribute("href") == SampleContent.Bare);

    private async Task<IHtmlDocument> PageAsync(string address) => (await site.GetAsync(address)).Page;

    private static string TextOf(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
