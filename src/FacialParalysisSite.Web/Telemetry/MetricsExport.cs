using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace FacialParalysisSite.Web.Telemetry;

/// <summary>Sends measurements to a collector while the site runs. Without a collector it does nothing at all.</summary>
internal sealed class MetricsExport(IOptions<TelemetryOptions> options, IConfiguration configuration) : IHostedService, IDisposable
{
    private const string ServiceName = "facial-paralysis-site";

    /// <summary>
    /// For the last measurements when the site stops. A collector that does not answer must not use up the ten seconds
    /// after which container engines end a program: the last mail has five of them.
    /// </summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private MeterProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _provider = options.Value.IsConfigured ? Create() : null;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _provider?.Shutdown((int)Farewell.TotalMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose() => _provider?.Dispose();

    private MeterProvider Create() => Sdk.CreateMeterProviderBuilder()
        // The other OTEL_ settings, such as the interval, are read by the library, from the same place.
        .ConfigureServices(services => services.AddSingleton(configuration))
        .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddTelemetrySdk().AddService(ServiceName).AddEnvironmentVariableDetector())
        .AddExportedMetrics()
        .AddOtlpExporter(options.Value.ApplyTo)
        .Build();
}
