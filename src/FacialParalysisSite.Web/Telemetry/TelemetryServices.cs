using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Telemetry;

/// <summary>Measurements for whoever runs the site, where a collector is set.</summary>
internal static class TelemetryServices
{
    /// <summary>Belongs before the other workers: what starts first stops last, and so sends their last measurements.</summary>
    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddOptions<TelemetryOptions>().Configure<IConfiguration>(Read).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddHostedService<MetricsExport>();
    }

    private static void Read(TelemetryOptions options, IConfiguration configuration)
    {
        options.Endpoint = configuration[TelemetryOptions.EndpointSetting] ?? "";
        options.MetricsEndpoint = configuration[TelemetryOptions.MetricsEndpointSetting] ?? "";
        options.Protocol = FirstSet(configuration, TelemetryOptions.MetricsProtocolSetting, TelemetryOptions.ProtocolSetting);
        options.Headers = FirstSet(configuration, TelemetryOptions.MetricsHeadersSetting, TelemetryOptions.HeadersSetting);
    }

    private static string FirstSet(IConfiguration configuration, params string[] settings) =>
        settings.Select(setting => configuration[setting]).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
}
