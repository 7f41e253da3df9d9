using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Machines;

public sealed class RobotsFileTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Get_RobotsTxt_AllowsAllButAnswersToOnePersonAndNamesTheSitemap()
    {
        var answer = await site.GetAsync("/robots.txt");

        Assert.Equal("text/plain; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("User-agent: *\nDisallow: /consultation/received\nDisallow: /search?\n\nSitemap: http://clinic.example/sitemap.xml\n", answer.Text);
    }

    [Fact]
    public async Task Addresses_OfTheSitemap_AreNotDisallowed()
    {
        var disallowed = (await site.GetAsync("/robots.txt")).Text.Split('\n').Where(line => line.StartsWith("Disallow: ", StringComparison.Ordinal))
            .Select(line => ">" + SiteHost.PlainBase + line["Disallow: ".Length..]);
        var sitemap = (await site.GetAsync("/sitemap.xml")).Text;

        Assert.All(disallowed, path => Assert.DoesNotContain(path, sitemap, StringComparison.Ordinal));
    }
}
