using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Reading;

public sealed class DraftTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Site_WithoutDrafts_ShowsThemNowhere(string environment)
    {
        using var site = new SiteHost().In(environment);

        foreach (var address in SampleContent.Addresses)
        {
            var answer = await site.GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.DoesNotContain(SampleContent.DraftWords, answer.Text, StringComparison.Ordinal);
            Assert.All([SampleContent.Draft, SampleContent.DraftPage, SampleContent.DraftPicture], hidden => Assert.DoesNotContain(hidden, answer.Text, StringComparison.Ordinal));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(SampleContent.Draft)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(SampleContent.DraftPage)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(SampleContent.DraftPicture)).Status);
    }

    [Fact]
    public async Task Site_ThatHasADraft_IsTheSameAsWithoutIt()
    {
        using var with = new SiteHost();
        using var without = new SiteHost();
        File.Delete(without.Content.PathOf("articles/a-hidden-draft.md"));
        File.Delete(without.Content.PathOf("pages/a-hidden-page.md"));
        without.Content.Replace("articles/relaxing-tight-muscles.md", ", a-hidden-draft", "");

        foreach (var address in SampleContent.Addresses)
        {
            Assert.Equal((await without.GetAsync(address)).Text, (await with.GetAsync(address)).Text);
        }
    }

    [Theory]
    [InlineData("Development", null)]
    [InlineData("Staging", "true")]
    public async Task Site_WithDrafts_ShowsThemUnderABandAndNeverCached(string environment, string? setting)
    {
        using var site = new SiteHost().In(environment);
        if (setting is not null)
        {
            site.With("Content:ShowDrafts", setting);
        }

        foreach (var address in new[] { SampleContent.Draft, SampleContent.DraftPage, SampleContent.Future })
        {
            var answer = await site.GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.NotNull(answer.Page.QuerySelector("aside.preview[aria-label=Draft]"));
            Assert.Equal("noindex", answer.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            Assert.Null(answer.Page.QuerySelector("link[rel=canonical]"));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
        }

        Assert.Null((await site.GetAsync(SampleContent.Full)).Page.QuerySelector(".preview"));
    }

    [Fact]
    public async Task Lists_WithDrafts_HaveThemOnlyApartFromTheArticles()
    {
        using var site = new SiteHost().In("Development");

        var list = await site.GetAsync("/articles");

        Assert.Contains(list.Page.QuerySelectorAll("section.preview a"), link => link.GetAttribute("href") == SampleContent.Draft);
        Assert.DoesNotContain(list.Page.QuerySelectorAll("main .listing > .list a"), link => link.GetAttribute("href") == SampleContent.Draft);
        Assert.Equal("no-store", list.Header("Cache-Control"));
        foreach (var address in new[] { "/", "/tags/botox", "/categories/treatments", SampleContent.Full, "/contact" })
        {
            Assert.DoesNotContain(SampleContent.DraftWords, (await site.GetAsync(address)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Development_WithDraftsSwitchedOff_DoesNotShowThem()
    {
        using var site = new SiteHost().In("Development").With("Content:ShowDrafts", "false");

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(SampleContent.Draft)).Status);
    }
}
