using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Machines;

public sealed class RobotsFileTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Get_RobotsTxt_ForbidsNothingAndNamesTheSitemap()
    {
        var answer = await site.GetAsync("/robots.txt");

        Assert.Equal("text/plain; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("User-agent: *\nDisallow:\n\nSitemap: http://clinic.example/sitemap.xml\n", answer.Text);
    }

    [Theory]
    [InlineData("/search?q=muscles")]
    [InlineData("/search/suggest?q=mus")]
    [InlineData("/consultation/received?reference=FP-4KX7-9M2R")]
    [InlineData("/nothing-here")]
    public async Task Get_AnAnswerToOnePerson_SaysItselfThatItMustNotBeKept(string address)
    {
        var answer = await site.GetAsync(address);

        Assert.True(answer.Header("X-Robots-Tag") == "noindex" || answer.Page.QuerySelector("meta[name=robots]")?.GetAttribute("content") == "noindex");
    }
}
