using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Addresses;

/// <summary>Over the network, byte for byte: clients would mend some of these addresses before they ask.</summary>
public sealed class CanonicalAddressesTests(NetworkSite site) : IClassFixture<NetworkSite>
{
    [Theory]
    [InlineData("/Articles", "/articles")]
    [InlineData("/articles/", "/articles")]
    [InlineData("/ARTICLES/Relaxing-Tight-Muscles/", "/articles/relaxing-tight-muscles")]
    [InlineData("//articles", "/articles")]
    [InlineData("/articles//relaxing-tight-muscles", "/articles/relaxing-tight-muscles")]
    [InlineData("//", "/")]
    [InlineData("/Contact?from=mail&x=%20Y", "/contact?from=mail&x=%20Y")]
    [InlineData("/Articles/?page=2", "/articles?page=2")]
    [InlineData("/Nothing/Here/", "/nothing/here")]
    [InlineData(SampleContent.Alias, SampleContent.Full)]
    [InlineData("/Blogs/How-Does-Botox-Help-Bells-Palsy-A-Synkinesis.HTML", SampleContent.Full)]
    [InlineData("/blogs/how-does-botox-help-bells-palsy-a-synkinesis.html/", SampleContent.Full)]
    [InlineData("//blogs//How-does-botox-help-bells-palsy-a-synkinesis.html?utm_source=A%26B", SampleContent.Full + "?utm_source=A%26B")]
    public async Task Get_AnotherSpelling_IsRedirectedOnceForGood(string asked, string expected)
    {
        foreach (var method in new[] { "GET", "HEAD" })
        {
            var answer = await RawRequest.SendAsync(site.Address, $"{method} {asked}");

            Assert.Equal(HttpStatusCode.MovedPermanently, answer.Status);
            Assert.Equal(expected, answer.Location);
            Assert.Empty(answer.Bytes);
            Assert.Null((await RawRequest.SendAsync(site.Address, $"GET {answer.Location}")).Location);
        }
    }

    [Theory]
    [InlineData("//evil.com")]
    [InlineData("//evil.com/")]
    [InlineData("///evil.com//x")]
    [InlineData("//EVIL.com/%2e%2e")]
    [InlineData("/\\evil.com")]
    [InlineData("/\\EVIL.com/")]
    [InlineData("\\/Evil.com/")]
    [InlineData("/%2f%2fevil.com")]
    [InlineData("/%2F%2FEvil.com/")]
    [InlineData("/%5cEvil.com")]
    [InlineData("/%09/Evil.com")]
    [InlineData("/%0d%0aLocation:%20http://evil.com/A/")]
    [InlineData("/A%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/Articles?x=%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/Articles%00/")]
    [InlineData("/%E2%84%AA/")]
    [InlineData("/%C3%89T%C3%89/")]
    [InlineData("/%FF%FE/A/")]
    [InlineData("/%25AB/A/")]
    [InlineData("/%252F%252FEvil.com/")]
    [InlineData("/;@Evil.com/")]
    [InlineData("/Articles/../../Evil.com/")]
    [InlineData("http://evil.com/Articles/")]
    public async Task Get_AHostileAddress_NeverLeadsToAnotherHostOrOnceMore(string asked)
    {
        var answer = await RawRequest.SendAsync(site.Address, $"GET {asked}");

        Assert.True((int)answer.Status is 301 or 400 or 404, $"{asked}: {answer.Status}");
        Assert.Null(answer.Header("Set-Cookie"));
        if (answer.Status == HttpStatusCode.MovedPermanently)
        {
            Assert.StartsWith("/", answer.Location, StringComparison.Ordinal);
            Assert.Equal("clinic.example", new Uri(new Uri(SiteHost.PlainBase), answer.Location!.Replace('\\', '/')).Host);
            Assert.All(answer.Location, letter => Assert.InRange(letter, '!', '~'));
            Assert.Null((await RawRequest.SendAsync(site.Address, $"GET {answer.Location}")).Location);
        }
    }

    [Theory]
    [InlineData("/Articles/")]
    [InlineData(SampleContent.Alias)]
    public async Task Post_AnotherSpelling_IsNotRedirected(string asked)
    {
        var answer = await RawRequest.SendAsync(site.Address, $"POST {asked}");

        Assert.Null(answer.Location);
        Assert.True((int)answer.Status is 400 or 404 or 405 or 411, $"{answer.Status}");
    }

    [Fact]
    public async Task Get_TheAliasOfAnExpiredArticle_LeadsToItsPageThatIsGone()
    {
        using var own = new SiteHost();
        own.Content.WriteArticle("old-offer", "expires: 2029-01-01\naliases: [\"/blogs/old-offer.html\"]");

        Assert.Equal("/articles/old-offer", (await own.GetAsync("/blogs/old-offer.html")).Location);
        Assert.Equal(HttpStatusCode.Gone, (await own.GetAsync("/articles/old-offer")).Status);
    }

    [Fact]
    public async Task Get_TheAliasOfADraft_IsNotFound()
    {
        using var own = new SiteHost();
        own.Content.WriteArticle("not-yet", "draft: true\naliases: [\"/blogs/not-yet.html\"]");

        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync("/blogs/not-yet.html")).Status);
    }

    [Fact]
    public async Task Get_TheAddressOfATagOrCategoryThatIsNoMore_LeadsToThePageThatHasItAsAnAlias()
    {
        using var own = new SiteHost();
        own.Content.Replace("pages/contact.md", "order: 20", "order: 20\naliases: [/tags/gone, /Categories/Gone]");

        foreach (var asked in new[] { "/tags/gone", "/Tags/Gone/", "/categories/gone" })
        {
            var answer = await own.GetAsync(asked);

            Assert.Equal((HttpStatusCode.MovedPermanently, "/contact"), (answer.Status, answer.Location));
        }

        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/contact")).Status);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/tags/botox")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync("/tags/never-there")).Status);
    }

    [Theory]
    [InlineData("/tags/botox")]
    [InlineData("/first-visit")]
    [InlineData("/contact")]
    [InlineData("/healthz/live")]
    [InlineData("/css/site.css")]
    public async Task Get_AnAddressThatIsThere_IsNeverHiddenByAnAlias(string address)
    {
        using var own = new SiteHost();
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(address)).Status);
        own.Content.Replace("pages/contact.md", "order: 20", $"order: 20\naliases: [{address}]");

        await own.Log.LineWithAsync("EROR", "content/pages/contact.md(7,11): error FP0207");

        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/contact")).Status);
    }

    [Fact]
    public async Task Get_APageThatHasExpired_IsGone()
    {
        using var own = new SiteHost();
        own.Content.Replace("pages/contact.md", "order: 20", "order: 20\nexpires: 2029-12-31\naliases: [/reach-us]");

        Assert.Equal(HttpStatusCode.Gone, (await own.GetAsync("/contact")).Status);
        Assert.Equal("/contact", (await own.GetAsync("/reach-us")).Location);
        Assert.DoesNotContain("href=\"/contact\"", (await own.GetAsync("/")).Text, StringComparison.Ordinal);
    }
}
