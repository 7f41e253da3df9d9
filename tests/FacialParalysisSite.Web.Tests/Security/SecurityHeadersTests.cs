using System.Globalization;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

public sealed class SecurityHeadersTests(NetworkSite site) : IClassFixture<NetworkSite>
{
    [Theory]
    [InlineData("GET /", 200)]
    [InlineData("GET " + SampleContent.Full, 200)]
    [InlineData("HEAD /articles", 200)]
    [InlineData("GET /css/site.css", 200)]
    [InlineData("GET /images/favicon.svg", 200)]
    [InlineData("GET /images/icon-512.png", 200)]
    [InlineData("GET /images/cards/default.png", 200)]
    [InlineData("GET " + SampleContent.Picture, 200)]
    [InlineData("GET /Articles/", 301)]
    [InlineData("GET /nothing-here", 404)]
    [InlineData("GET /articles/nothing-here", 404)]
    [InlineData("GET /css/nothing.css", 404)]
    [InlineData("GET " + NetworkSite.Expired, 410)]
    [InlineData("POST /contact", 400)]
    [InlineData("OPTIONS /contact", 405)]
    [InlineData("GET " + TestAddresses.Failing, 500)]
    public async Task Send_AnyRequest_HasTheHeadersOnItsAnswer(string line, int status) =>
        AssertSafe(await RawRequest.SendAsync(site.Address, line), status, line.Contains("/images/", StringComparison.Ordinal) || line.Contains("/pictures/", StringComparison.Ordinal));

    [Fact]
    public async Task Get_FromAForeignHost_HasTheHeadersOnTheRefusal() =>
        AssertSafe(await RawRequest.SendAsync(site.Address, "GET /", host: "evil.example"), 400);

    [Fact]
    public async Task Get_AStylesheetThatTheBrowserHas_HasTheHeadersOnTheAnswer()
    {
        var first = await RawRequest.SendAsync(site.Address, "GET /css/site.css");

        AssertSafe(await RawRequest.SendAsync(site.Address, "GET /css/site.css", header: "If-None-Match: " + first.Header("ETag")), 304);
    }

    [Fact]
    public async Task Get_APictureThatTheBrowserHas_HasTheHeadersOnTheAnswer()
    {
        var first = await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Picture);

        AssertSafe(await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Picture, header: "If-Modified-Since: " + first.Header("Last-Modified")), 304, isOffered: true);
    }

    /// <param name="answer">The answer.</param>
    /// <param name="status">Its status.</param>
    /// <param name="isOffered">Whether others may show it: feeds and cards give them the address.</param>
    private static void AssertSafe(Answer answer, int status, bool isOffered = false)
    {
        Assert.Equal(status.ToString(CultureInfo.InvariantCulture), ((int)answer.Status).ToString(CultureInfo.InvariantCulture));
        var policy = answer.Header("Content-Security-Policy")!.Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.DoesNotContain("unsafe", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Contains("camera=()", answer.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal(isOffered ? "cross-origin" : "same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("X-Powered-By"));
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Null(answer.Header("Strict-Transport-Security"));
    }
}
