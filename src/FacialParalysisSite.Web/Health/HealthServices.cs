using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>
/// Tells those who run the site whether it lives and whether it is ready. Everybody may ask, and everybody gets one
/// word; what is behind the word stands in the log and in the meters.
/// </summary>
internal static class HealthServices
{
    private const string Live = "/healthz/live";

    private const string Ready = "/healthz/ready";

    /// <summary>How often the site looks at itself, so that the log knows even where nobody asks.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddShared<DatabaseCheck>("database", HealthStatus.Unhealthy)
            .AddShared<ContentCheck>("content", HealthStatus.Degraded)
            .AddShared<PictureCheck>("pictures", HealthStatus.Degraded)
            .AddShared<MailCheck>(MailCheck.Name, HealthStatus.Degraded)
            .AddShared<PayloadCheck>(PayloadCheck.Name, HealthStatus.Degraded);
        services.AddSingleton<IHealthCheckPublisher, HealthLog>();
        services.AddSingleton<IHealthCheckPublisher, BacklogGauge>();
        services.Configure<HealthCheckPublisherOptions>(options => options.Period = LookEvery);
    }

    public static void MapHealth(this WebApplication app)
    {
        // Whoever restarts a program that does not live must not do so for a fault that a restart does not mend.
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).OnlyForReading();
        app.MapHealthChecks(Ready).OnlyForReading();
    }

    private static void OnlyForReading(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));

    /// <summary>Adds a check of which all who ask at one time share the result.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="name">What it looks at.</param>
    /// <param name="worst">What the site is where the check itself fails.</param>
    private static IHealthChecksBuilder AddShared<T>(this IHealthChecksBuilder checks, string name, HealthStatus worst)
        where T : class, IHealthCheck
    {
        checks.Services.AddSingleton<T>();
        checks.Services.AddSingleton<SharedCheck<T>>();
        return checks.AddCheck<SharedCheck<T>>(name, worst);
    }
}
