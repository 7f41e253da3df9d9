using System.Net;
using AngleSharp.Dom;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Gallery;

/// <summary>A gallery of a drawing and of a patient whose permission holds.</summary>
public sealed class GalleryTests(GalleryTests.Site site) : IClassFixture<GalleryTests.Site>
{
    [Fact]
    public async Task List_HasEachCaseWithItsLabelsAndSaysThatResultsDiffer()
    {
        var page = (await site.GetAsync("/gallery")).Page;

        Assert.Equal(["Title of somebody", "Title of drawing"], page.QuerySelectorAll(".cases h3").Select(title => title.TextContent));
        Assert.Equal(["A patient, shown with written permission", "Illustration: a drawing, not a patient"], page.QuerySelectorAll(".cases .kind").Select(kind => kind.TextContent));
        Assert.Equal(["Exercises at home, 3 months after treatment, treated in 2028", "Exercises at home"], page.QuerySelectorAll(".cases__what").Select(line => line.TextContent));
        Assert.Contains("Results differ from person to person", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll(".cases img, .cases [role=img]").Select(WordsOf).Distinct().Count());

        // Nothing was made of the pictures yet, and whoever sees the page reads what they show.
        Assert.Equal(4, page.QuerySelectorAll(".cases .view__words").Length);
    }

    [Theory]
    [InlineData("somebody", "A patient, shown with written permission", "Treated in 2028", "3 months after treatment")]
    [InlineData("drawing", "Illustration: a drawing, not a patient", "No date: nobody was treated", "No time: this is a drawing")]
    public async Task Case_HasItsLabelsAndBothPicturesOfAViewBesideEachOther(string slug, string kind, string when, string after)
    {
        var page = (await site.GetAsync("/gallery/" + slug)).Page;

        Assert.Equal(kind, page.QuerySelector(".kind")!.TextContent);
        Assert.Equal(["Exercises at home", when, after], page.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent.Trim()));
        Assert.Equal("/articles/exercises-at-home", page.QuerySelector(".facts a")!.GetAttribute("href"));
        Assert.Contains("Results differ from person to person", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var pair = page.QuerySelector(".view__pair")!;
        Assert.Equal(["Before", "After"], pair.QuerySelectorAll(".view__moment").Select(moment => moment.TextContent));
        Assert.Equal([$"Before: One corner of the mouth of {slug} goes up.", $"After: Both corners of the mouth of {slug} go up."], pair.QuerySelectorAll("img, [role=img]").Select(WordsOf));
        Assert.Equal("/consultation", page.QuerySelector(".call__link")!.GetAttribute("href"));
        Assert.True(page.QuerySelector(".compare__body")!.HasAttribute("hidden"));
        Assert.False(page.QuerySelector(".compare")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("/gallery", true)]
    [InlineData("/gallery/somebody", true)]
    [InlineData("/gallery/drawing", false)]
    public async Task Page_ThatShowsAPatient_IsKeptNowhereAndItsPicturesInNoIndex(string address, bool showsPatient)
    {
        var answer = await site.GetAsync(address);

        Assert.Equal(showsPatient ? "no-store" : "public, max-age=30, stale-while-revalidate=30", answer.Header("Cache-Control"));
        Assert.Equal(showsPatient ? "noimageindex" : null, answer.Page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal(!showsPatient, answer.Page.QuerySelector("meta[property='og:title']") is not null);
        Assert.DoesNotContain(answer.Page.QuerySelectorAll("meta[content]"), meta => meta.GetAttribute("content")!.Contains("/pictures/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/gallery/care/exercises-at-home", HttpStatusCode.OK)]
    [InlineData("/gallery/care/none", HttpStatusCode.NotFound)]
    [InlineData("/gallery/care", HttpStatusCode.Gone)]
    [InlineData("/gallery/nobody", HttpStatusCode.Gone)]
    [InlineData("/gallery/Nobody-either", HttpStatusCode.MovedPermanently)]
    public async Task Get_OfTheGallery_AnswersWith(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await site.GetAsync(address)).Status);

    /// <summary>A list that is kept must not be given for another.</summary>
    [Fact]
    public async Task List_OfOneKindOfCare_HasItsCasesAloneAndLeavesTheWholeListAsItIs()
    {
        using var drawings = new SiteHost();
        drawings.Content.WriteCase("one").WriteCase("other").Replace("gallery/other.md", "article: exercises-at-home", "article: what-is-synkinesis");

        foreach (var (address, titles) in new[]
                 {
                     ("/gallery/care/exercises-at-home", new[] { "Title of one" }), ("/gallery", ["Title of one", "Title of other"]),
                     ("/gallery/care/what-is-synkinesis", ["Title of other"]), ("/gallery/care/exercises-at-home", ["Title of one"]),
                 })
        {
            var page = (await drawings.GetAsync(address)).Page;
            Assert.Equal(titles, page.QuerySelectorAll(".cases h3").Select(title => title.TextContent));
            Assert.Equal(SiteHost.PlainBase + address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Case_ThatIsNotThere_SaysWhatItDoesOfEveryOther()
    {
        var page = (await site.GetAsync("/gallery/nobody")).Page;

        Assert.Equal("This case is not in the gallery", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Cases_OfPatients_StandInNoFeedAndNoSearch()
    {
        Assert.DoesNotContain("somebody", (await site.GetAsync("/feed.xml")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", (await site.GetAsync("/feed.json")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/gallery/somebody", (await site.GetAsync("/search?q=title+of+somebody")).Text, StringComparison.Ordinal);
        Assert.Equal("[]", (await site.GetAsync("/search/suggest?q=somebod")).Text);
        Assert.Contains($"{SiteHost.PlainBase}/gallery/somebody", (await site.GetAsync("/sitemap.xml")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title of drawing")]
    [InlineData("mouth of drawing")]
    public async Task Search_ForWordsOfADrawing_LeadsToItsPageAndSaysThatItIsOne(string words)
    {
        var link = (await site.GetAsync("/search?q=" + Uri.EscapeDataString(words))).Page.QuerySelector(".found__link")!;

        Assert.Equal("Illustration: Title of drawing", link.TextContent);
        Assert.Equal("Title of drawing", (await site.GetAsync(link.GetAttribute("href")!)).Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("""{"title":"Illustration: Title of drawing","address":"/gallery/drawing"}""", (await site.GetAsync("/search/suggest?q=drawin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Footer_WithAPatientInTheGallery_DoesNotSayThatThereIsNone() =>
        Assert.DoesNotContain("no photographs of patients", (await site.GetAsync("/contact")).Text, StringComparison.Ordinal);

    /// <summary>What is heard of a picture, be it there or still to be made.</summary>
    private static string? WordsOf(IElement picture) => picture.GetAttribute("alt") ?? picture.GetAttribute("aria-label");

    public sealed class Site : SiteHost
    {
        public Site() => Content.WriteCase("drawing").WriteCase("somebody", SampleContent.Permission, fields: "draft: false")
            .Replace("gallery/somebody.md", "published: 2029-05-01", "published: 2029-05-02");
    }
}
