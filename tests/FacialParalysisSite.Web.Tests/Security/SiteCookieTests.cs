using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>The cookie of forms, as the site itself would set it.</summary>
public sealed class SiteCookieTests
{
    [Theory]
    [InlineData("https://clinic.example")]
    [InlineData("http://localhost")]
    [InlineData("http://127.0.0.1")]
    public async Task Form_OnAnHttpsSite_SetsASecureCookieForThisHostAlone(string server)
    {
        using var site = new SiteHost().With("Site:BaseUrl", SiteHost.SecureBase);

        var answer = await site.GetAsync(server + TestAddresses.Form);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], AttributesOf(answer));
        Assert.StartsWith("__Host-", answer.Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OnAnHttpsSiteBehindAProxyThatEndsTls_SetsTheSameCookie()
    {
        using var site = new SiteHost().With("Site:BaseUrl", SiteHost.SecureBase);

        var answer = await site.GetAsync("http://clinic.example" + TestAddresses.Form, (RemoteAddress.Header, "127.0.0.1"), ("X-Forwarded-Proto", "https"));

        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], AttributesOf(answer));
        Assert.StartsWith("__Host-", answer.Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OnAPlainSite_SetsACookieThatBrowsersKeep()
    {
        using var site = new SiteHost();

        var answer = await site.GetAsync(TestAddresses.Form);

        Assert.Equal(["httponly", "path=/", "samesite=lax"], AttributesOf(answer));
        Assert.StartsWith("antiforgery=", answer.Header("Set-Cookie"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> AttributesOf(Answer answer) =>
        answer.Header("Set-Cookie")!.Split(';').Skip(1).Select(part => part.Trim().ToLowerInvariant()).Order(StringComparer.Ordinal);
}
