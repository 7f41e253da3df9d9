using AngleSharp.Html.Dom;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

/// <summary>What is shown of a page where people share its address.</summary>
public sealed class CardTests(SiteHost site) : IClassFixture<SiteHost>
{
    public static TheoryData<string> Addresses => new(SampleContent.Addresses);

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_APublishedAddress_HasACardWithWholeAddresses(string address)
    {
        var page = (await site.GetAsync(address)).Page;

        // The four that the Open Graph protocol wants, and what cards of other sites need besides.
        Assert.Contains(Meta(page, "og:type"), new[] { "website", "article" });
        Assert.Equal(page.Title, Meta(page, "og:title") + " | The Sample Clinic");
        Assert.Equal(SiteHost.PlainBase + address, Meta(page, "og:url"));
        Assert.Equal(SiteHost.PlainBase, new Uri(Meta(page, "og:image")!).GetLeftPart(UriPartial.Authority));
        Assert.Equal(page.QuerySelector("meta[name=description]")!.GetAttribute("content"), Meta(page, "og:description"));
        Assert.Equal("The Sample Clinic", Meta(page, "og:site_name"));
        Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData(SampleContent.Full, "Treatments. What each treatment can do, what it cannot do, and its risks.")]
    [InlineData("/contact", "One nerve moves each side of your face. Bell’s palsy, synkinesis and facial paralysis.")]
    public async Task Get_APage_TellsTheWordsOfItsCardAndWhatIsDrawn(string address, string words) =>
        Assert.Equal(words + " Yellow lines leave one point and end along the outline of a face in profile.", Meta((await site.GetAsync(address)).Page, "og:image:alt"));

    [Theory]
    [InlineData(SampleContent.Full, "treatments")]
    [InlineData("/categories/treatments", "treatments")]
    [InlineData("/categories/conditions", "conditions")]
    [InlineData("/contact", "default")]
    [InlineData("/", "default")]
    public async Task Get_APage_HasTheCardOfItsCategory(string address, string card) =>
        Assert.Equal($"{SiteHost.PlainBase}/images/cards/{card}.png", Meta((await site.GetAsync(address)).Page, "og:image"));

    [Fact]
    public async Task Get_APageOfACategoryWithoutACard_HasTheCardOfTheSite()
    {
        using var own = new SiteHost();
        File.AppendAllText(own.Content.PathOf("categories.yml"), "\n- slug: brand-new\n  title: \"New\"\n  summary: \"New.\"\n");

        Assert.Equal($"{SiteHost.PlainBase}/images/cards/default.png", Meta((await own.GetAsync("/categories/brand-new")).Page, "og:image"));
    }

    [Fact]
    public async Task Get_AnArticle_HasTheDatesThatItShows()
    {
        var page = (await site.GetAsync(SampleContent.Full)).Page;

        Assert.Equal("article", Meta(page, "og:type"));
        Assert.Equal("2029-04-01", Meta(page, "article:published_time"));
        Assert.Equal("2029-04-02", Meta(page, "article:modified_time"));
        Assert.Equal("Treatments", Meta(page, "article:section"));
        Assert.Null(Meta((await site.GetAsync(SampleContent.Bare)).Page, "article:modified_time"));
    }

    [Fact]
    public async Task Get_WhatIsNotPublished_HasNoCard()
    {
        using var own = new SiteHost().In("Development");

        foreach (var address in new[] { "/nothing-here", SampleContent.Draft, "/articles" })
        {
            var page = (await own.GetAsync(address)).Page;

            Assert.Null(Meta(page, "og:title"));
            Assert.Null(page.QuerySelector("script[type='application/ld+json']"));
        }
    }

    private static string? Meta(IHtmlDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
}
