using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

public sealed class HostFilteringTests
{
    [Theory]
    [InlineData("http://clinic.example", HttpStatusCode.OK)]
    [InlineData("http://CLINIC.example:8080", HttpStatusCode.OK)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("http://127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("http://[::1]", HttpStatusCode.OK)]
    [InlineData("http://evil.example", HttpStatusCode.BadRequest)]
    [InlineData("http://clinic.example.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("http://www.clinic.example", HttpStatusCode.BadRequest)]
    [InlineData("http://10.0.0.1", HttpStatusCode.BadRequest)]
    public async Task Get_FromAHost_IsAnsweredOnlyForTheSitesOwn(string server, HttpStatusCode status)
    {
        using var site = new SiteHost();

        Assert.Equal(status, (await site.GetAsync(server + "/articles")).Status);
    }

    [Fact]
    public async Task Get_WithAllowedHosts_IsAnsweredForThoseInstead()
    {
        using var site = new SiteHost().With("AllowedHosts", "other.example;*.more.example");

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("http://other.example/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("http://www.more.example/")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync("http://clinic.example/")).Status);
    }
}
