using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>Requests that try to make the site do or say something else: refused or harmless, and never a fault of the site.</summary>
public sealed class HostileRequestTests(NetworkSite site) : IClassFixture<NetworkSite>
{
    private const string Injected = "Injected";

    [Theory]
    [InlineData("GET /articles%0d%0aSet-Cookie:%20Injected=1")]
    [InlineData("GET /Articles%0d%0aSet-Cookie:%20Injected=1/")]
    [InlineData("GET /articles?page=%0d%0aSet-Cookie:%20Injected=1")]
    [InlineData("GET /Articles/?a=%0d%0aSet-Cookie:%20Injected=1")]
    [InlineData("GET /search?q=%0d%0aSet-Cookie:%20Injected=1")]
    [InlineData("GET /consultation/received?reference=%0d%0aSet-Cookie:%20Injected=1")]
    [InlineData("GET /%00")]
    [InlineData("GET /articles/%00")]
    [InlineData("GET /search?q=%00%01%1f%7f")]
    [InlineData("GET /search?q=%ed%a0%80%ed%b0%80%ff%fe")]
    [InlineData("GET /articles/%ed%a0%80")]
    [InlineData("GET /%zz%")]
    [InlineData("GET /..%2f..%2fsite.db")]
    [InlineData("GET /pictures/..%2f..%2fsite.db")]
    [InlineData("GET /pictures/%2e%2e/%2e%2e/clinic.yml")]
    [InlineData("GET /pictures/..%5c..%5cclinic.yml")]
    [InlineData("GET //evil.example/%2f..")]
    [InlineData("GET /%5cevil.example")]
    [InlineData("GET /\\evil.example")]
    [InlineData("GET http://evil.example/Articles")]
    [InlineData("GET *")]
    [InlineData("CONNECT evil.example:443")]
    [InlineData("TRACE /")]
    [InlineData("GET /articles?page=99999999999999999999")]
    [InlineData("GET /articles?page=-1")]
    [InlineData("GET /articles?page=1&page=2")]
    [InlineData("GET /articles?handler=Delete&page=Injected&area=Injected")]
    public async Task Send_AHostileTarget_IsRefusedOrHarmless(string line) => AssertHarmless(await RawRequest.SendAsync(site.Address, line));

    [Theory]
    [InlineData("X-Forwarded-Host: evil.example")]
    [InlineData("X-Host: evil.example")]
    [InlineData("Forwarded: host=evil.example;proto=https")]
    [InlineData("X-Forwarded-Proto: https")]
    [InlineData("X-Forwarded-Prefix: /evil.example")]
    [InlineData("X-Original-URL: /consultation")]
    [InlineData("X-Rewrite-URL: /consultation")]
    [InlineData("X-HTTP-Method-Override: POST")]
    [InlineData("Accept-Language: \"><script>evil.example</script>")]
    [InlineData("User-Agent: <script>evil.example</script>")]
    [InlineData("Cookie: antiforgery=evil.example; evil.example=1")]
    [InlineData("Referer: https://evil.example/")]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Range: bytes=0-0,1-1,2-2,3-3,4-4")]
    [InlineData("If-None-Match: W/\"\u00e9\", *, \"")]
    [InlineData("If-Modified-Since: evil.example")]
    [InlineData("Accept-Encoding: evil.example;q=9, ,;")]
    public async Task Get_WithAHostileHeader_IsRefusedOrThePageThatEverybodyGets(string header)
    {
        var plain = await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Full);

        var answer = await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Full, header: header);

        AssertHarmless(answer);
        Assert.Equal(answer.Status == HttpStatusCode.OK ? plain.Text : "", answer.Text);
    }

    /// <summary>A cache between the site and its readers keeps answers by their address alone.</summary>
    [Fact]
    public async Task Get_WithAForeignHost_IsRefusedForEveryHeaderThatNamesOne() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await RawRequest.SendAsync(site.Address, "GET /articles", host: "evil.example", header: "X-Forwarded-Host: clinic.example")).Status);

    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 6")]
    [InlineData("Transfer-Encoding: xchunked")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Host: evil.example")]
    [InlineData("Bad Name: 1")]
    [InlineData("X: 1\r\n folded: 2")]
    public async Task Send_HeadersThatTwoProgramsWouldReadDifferently_IsRefused(string header)
    {
        var answer = await RawRequest.SendAsync(site.Address, "POST /consultation", header: header);

        Assert.InRange((int)answer.Status, 400, 499);
    }

    [Fact]
    public async Task Send_MoreHeadersThanAnyBrowser_IsRefused() =>
        Assert.Equal((HttpStatusCode)431, (await RawRequest.SendAsync(site.Address, "GET /", header: string.Join("\r\n", Enumerable.Range(0, 5000).Select(number => $"X-{number}: 1")))).Status);

    private void AssertHarmless(Answer answer)
    {
        Assert.InRange((int)answer.Status, 200, 499);
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.DoesNotContain(answer.Headers.Values, value => value.Contains(Injected, StringComparison.OrdinalIgnoreCase) && value.Contains('\n', StringComparison.Ordinal));
        Assert.DoesNotContain("evil.example", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("evil.example", new Uri(site.Address, answer.Location ?? "/").Host, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(site.Log.Lines, entry => entry.StartsWith("Set-Cookie", StringComparison.Ordinal));
    }
}
