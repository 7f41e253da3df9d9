using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Logging;

/// <summary>What stands in the log file after requests over the network.</summary>
public sealed class RequestLogTests : IDisposable
{
    private readonly NetworkSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("GET /", "GET / 200")]
    [InlineData("GET /articles?page=1", "GET /articles 200")]
    [InlineData("HEAD " + SampleContent.Full, "HEAD /articles/{slug} 200")]
    [InlineData("GET " + SampleContent.Full + "?name=Jane-Doe", "GET /articles/{slug} 200")]
    [InlineData("GET /articles/jane-doe", "GET /articles/{slug} 404")]
    [InlineData("GET " + NetworkSite.Expired, "GET /articles/{slug} 410")]
    [InlineData("GET /categories/treatments", "GET /categories/{slug} 200")]
    [InlineData("GET /tags/botox", "GET /tags/{slug} 200")]
    [InlineData("GET /contact", "GET /{slug} 200")]
    [InlineData("GET /jane-doe", "GET /{slug} 404")]
    [InlineData("GET /jane-doe/was/here?x=Jane-Doe", "GET (none) 404")]
    [InlineData("GET /Articles/Jane-Doe", "GET (none) 301")]
    [InlineData("GET " + SampleContent.Picture, "GET /pictures/{**name} 200")]
    [InlineData("GET " + TestAddresses.Failing, "GET (none) 500")]
    [InlineData("POST /contact", "POST /{slug} 400")]
    [InlineData("OPTIONS /contact", "OPTIONS /{slug} 405")]
    [InlineData("JANE-DOE /contact", "OTHER /{slug} 400")]
    public async Task Send_ARequest_WritesOneLineWithoutItsAddress(string asked, string logged)
    {
        await RawRequest.SendAsync(_site.Address, asked);

        await Eventually.HoldsAsync(() => _site.Log.Requests.Count > 0, "the request is in the log", () => _site.Log.Text);
        var line = Assert.Single(_site.Log.Requests);
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(logged)} [0-9]+\\.[0-9] ms$", line);
        Assert.DoesNotContain("jane", _site.Log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("127.0.0.1", _site.Log.Text.Replace(_site.Address.Authority, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheHealthOfTheSite_WritesNothing()
    {
        using var site = new SiteHost();

        await site.GetAsync("/healthz/live");
        await site.GetAsync("/");

        Assert.Equal(["/"], site.Log.Requests.Select(line => line.Split(' ')[1]));
    }

    [Fact]
    public async Task Get_APageThatFails_WritesItsRoute()
    {
        using var site = new SiteHost();
        site.WithServices(services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new Failing())));

        await site.GetAsync(SampleContent.Full);

        Assert.StartsWith("GET /articles/{slug} 500 ", Assert.Single(site.Log.Requests), StringComparison.Ordinal);
    }

    private sealed class Failing : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context) => throw new InvalidTimeZoneException(TestAddresses.Secret);

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
            // It never comes to this.
        }
    }
}
