using FacialParalysisSite.Web.Settings;

namespace FacialParalysisSite.Web.Tests.Settings;

public sealed class SiteOptionsTests
{
    [Theory]
    [InlineData("https://www.example.org", "https://www.example.org", "www.example.org")]
    [InlineData("http://localhost:5080/", "http://localhost:5080", "localhost")]
    [InlineData("https://exämple.org", "https://xn--exmple-cua.org", "xn--exmple-cua.org")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080", "::1")]
    public void Origin_OfABaseUrl_IsWhatHeadersCanCarry(string baseUrl, string origin, string host)
    {
        var options = new SiteOptions { BaseUrl = baseUrl };

        Assert.Equal((origin, host), (options.Origin, options.Host));
    }
}
