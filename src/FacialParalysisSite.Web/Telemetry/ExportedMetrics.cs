using FacialParalysisSite.Consultations.Metering;
using OpenTelemetry.Metrics;

namespace FacialParalysisSite.Web.Telemetry;

/// <summary>
/// What is measured for others to see. Traces are not among it: by convention a span holds the path, the query and the
/// network address of the visitor, and the request log already has route, status and duration without them.
/// </summary>
internal static class ExportedMetrics
{
    /// <summary>Our own meter, and of the framework's those that tell whether the site is busy or short of something.</summary>
    private static readonly string[] Meters =
    [
        ConsultationMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime",
    ];

    /// <summary>
    /// The only tags that leave the machine; each takes a few values that no visitor chooses. The framework writes
    /// unknown methods as _OTHER, and of an address only the route's template. Others that it has, such as the address
    /// of the server or the scheme that a proxy passes on, and others that a later version may bring are dropped.
    /// </summary>
    private static readonly string[] Tags =
    [
        "kind", "outcome",
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.name", "network.protocol.version",
        "error.type", "network.transport", "network.type", "tls.protocol.version",
        "cpu.mode", "gc.heap.generation",
    ];

    /// <summary>An exemplar is one measurement with the tags that were dropped, so there are none, whatever is set.</summary>
    public static MeterProviderBuilder AddExportedMetrics(this MeterProviderBuilder metrics) => metrics
        .AddMeter(Meters)
        .AddView(_ => new MetricStreamConfiguration { TagKeys = Tags })
        .SetExemplarFilter(ExemplarFilterType.AlwaysOff);
}
