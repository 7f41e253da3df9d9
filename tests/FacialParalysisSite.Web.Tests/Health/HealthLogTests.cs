using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Tests.Health;

/// <summary>What operators read of the site's health.</summary>
public sealed class HealthLogTests
{
    [Fact]
    public async Task Look_AtAFaultyArticle_IsLoggedOnceAndOnceWhenItIsMended()
    {
        using var site = Impatient();
        site.Content.WriteArticle("broken", "colour: red");
        await site.GetAsync("/healthz/ready");

        await site.Log.LineWithAsync("WARN", "Health of the content: Degraded: errors in content files: 1");
        for (var probe = 0; probe < 5; probe++)
        {
            Assert.Equal("Degraded", (await site.GetAsync("/healthz/ready")).Text);
        }

        File.Delete(site.Content.PathOf("articles/broken.md"));
        await site.Log.LineWithAsync("INFO", "Health of the content: Healthy again");
        Assert.Equal(2, HealthLines(site).Count);
    }

    [Fact]
    public async Task Look_AtALateMail_IsLoggedWithNumbersOnly()
    {
        using var site = Impatient().WithServices(new PostOffice().ReplaceSender);
        using var visitor = new Visitor(site);
        await visitor.AskForConsultationAsync(("name", "Zq7Planted"));

        site.Clock.Now += TimeSpan.FromMinutes(17);

        await site.Log.LineWithAsync("WARN", "Health of the mail: Degraded: mails waiting for the clinic: 1, the oldest for 17 min; given up: 0");
        Assert.Single(HealthLines(site));
        Assert.DoesNotContain("Zq7Planted", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AtADatabaseThatCannotBeOpened_IsLoggedOnceAndOnceWhenItCan()
    {
        using var site = Impatient();
        var obstacle = Path.Combine(site.Data, "site.db");
        Directory.CreateDirectory(obstacle);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.GetAsync("/healthz/ready")).Status);

        await site.Log.LineWithAsync("EROR", "Health of the database: Unhealthy");
        Directory.Delete(obstacle);
        await site.Log.LineWithAsync("INFO", "Health of the database: Healthy again");

        Assert.Equal(2, HealthLines(site).Count);
        Assert.DoesNotContain("Health check", site.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>A site that looks at itself as often as it may.</summary>
    private static SiteHost Impatient() => new SiteHost().WithServices(services => services.Configure<HealthCheckPublisherOptions>(options =>
    {
        options.Delay = TimeSpan.Zero;
        options.Period = TimeSpan.FromSeconds(1);
    }));

    private static List<string> HealthLines(SiteHost site) => site.Log.Lines.Where(line => line.Contains("Health of the", StringComparison.Ordinal)).ToList();
}
