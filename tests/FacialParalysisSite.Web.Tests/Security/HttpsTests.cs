using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>A site whose public address begins with https.</summary>
public sealed class HttpsTests(HttpsTests.SecureSite site) : IClassFixture<HttpsTests.SecureSite>
{
    private const string TrustedProxy = "10.1.2.3";

    [Theory]
    [InlineData("/articles", "/articles")]
    [InlineData("/", "/")]
    [InlineData("/Articles//?page=1", "/articles?page=1")]
    [InlineData("/Blogs/How-does-botox-help-bells-palsy-a-synkinesis.html?a=B", SampleContent.Full + "?a=B")]
    [InlineData("/css/site.css", "/css/site.css")]
    public async Task Get_OverPlainHttp_IsRedirectedOnceToHttpsAndTheRightSpelling(string asked, string expected)
    {
        var answer = await site.GetAsync("http://clinic.example" + asked);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.Status);
        Assert.Equal(SiteHost.SecureBase + expected, answer.Location);
        Assert.Null(answer.Header("Strict-Transport-Security"));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(answer.Location!)).Status);
    }

    [Fact]
    public async Task Post_OverPlainHttp_KeepsItsMethod()
    {
        var answer = await site.SendAsync(HttpMethod.Post, "http://clinic.example/contact");

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.Status);
        Assert.Equal(SiteHost.SecureBase + "/contact", answer.Location);
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("192.0.2.7")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Get_ThroughATrustedProxyThatEndsTls_IsServedWithHsts(string proxy)
    {
        var answer = await site.GetAsync("http://clinic.example/articles", (RemoteAddress.Header, proxy), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("max-age=31536000", answer.Header("Strict-Transport-Security"));
        Assert.Equal(SiteHost.SecureBase + "/articles", answer.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Get_ThroughATrustedProxyOverPlainHttp_IsRedirected() =>
        Assert.Equal(SiteHost.SecureBase + "/articles",
            (await site.GetAsync("http://clinic.example/articles", (RemoteAddress.Header, TrustedProxy), ("X-Forwarded-Proto", "http"))).Location);

    [Theory]
    [InlineData("203.0.113.9")]
    [InlineData("192.0.2.8")]
    [InlineData("2001:db8::1")]
    public async Task Get_ThroughAnUnknownProxy_IsTakenForWhatItIs(string proxy)
    {
        var answer = await site.GetAsync("http://clinic.example/articles", (RemoteAddress.Header, proxy), ("X-Forwarded-Proto", "https"));

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.Status);
        Assert.Null(answer.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Get_WithAForwardedHost_NeverTakesItOver()
    {
        var answer = await site.GetAsync("http://clinic.example/Articles", (RemoteAddress.Header, TrustedProxy), ("X-Forwarded-Host", "evil.com"));

        Assert.Equal(SiteHost.SecureBase + "/articles", answer.Location);
    }

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]")]
    public async Task Get_OverPlainHttpOnTheMachineItself_Works(string server)
    {
        var answer = await site.GetAsync(server + "/articles");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(answer.Header("Strict-Transport-Security"));
        Assert.Equal("/articles", (await site.GetAsync(server + "/Articles")).Location);
    }

    public sealed class SecureSite : SiteHost
    {
        public SecureSite() => With("Site:BaseUrl", SecureBase).With("Site:TrustedProxies:0", "10.1.0.0/16").With("Site:TrustedProxies:1", "192.0.2.7");
    }
}
