using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Reading;

/// <summary>What the clock alone changes: nobody touches a file.</summary>
public sealed class TimeTests
{
    [Fact]
    public async Task FutureArticle_WhenItsMinuteComes_AppearsEverywhere()
    {
        using var site = new SiteHost();
        site.Clock.Now = SampleContent.FutureAt.AddSeconds(-1);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(SampleContent.Future)).Status);
        Assert.DoesNotContain("News of June", (await site.GetAsync("/articles")).Text, StringComparison.Ordinal);

        site.Clock.Now = SampleContent.FutureAt;

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(SampleContent.Future)).Status);
        foreach (var list in new[] { "/", "/articles", "/categories/treatments" })
        {
            Assert.Contains("News of June", (await site.GetAsync(list)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ExpiringArticle_WhenItsLastDayIsOver_IsGoneEverywhere()
    {
        using var site = new SiteHost();
        site.Clock.Now = SampleContent.ExpiresAt.AddSeconds(-1);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(SampleContent.Expiring)).Status);

        site.Clock.Now = SampleContent.ExpiresAt;

        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(SampleContent.Expiring)).Status);
        foreach (var list in new[] { "/", "/articles", "/categories/treatments", SampleContent.Full })
        {
            Assert.DoesNotContain("Winter hours", (await site.GetAsync(list)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Site_ThatRequiresReview_KeepsUnreviewedArticlesOff()
    {
        using var site = new SiteHost().With("Content:RequireReview", "true");

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(SampleContent.Bare)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(SampleContent.Full)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(SampleContent.Overdue)).Status);
        Assert.DoesNotContain("Exercises at home", (await site.GetAsync("/articles")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleContent.Bare, (await site.GetAsync(SampleContent.Full)).Text, StringComparison.Ordinal);
    }
}
