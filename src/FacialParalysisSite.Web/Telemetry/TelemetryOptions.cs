using OpenTelemetry.Exporter;

namespace FacialParalysisSite.Web.Telemetry;

/// <summary>
/// Where measurements are sent. The names are those of the OpenTelemetry specification
/// (https://opentelemetry.io/docs/specs/otel/protocol/exporter/), so that operators set what they know.
/// </summary>
internal sealed class TelemetryOptions
{
    /// <summary>The collector; its paths come behind it: <c>http://localhost:4318</c>.</summary>
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The collector's address for metrics, as it is; goes before the other.</summary>
    public const string MetricsEndpointSetting = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    public const string ProtocolSetting = "OTEL_EXPORTER_OTLP_PROTOCOL";

    public string Endpoint { get; set; } = "";

    public string MetricsEndpoint { get; set; } = "";

    /// <summary><c>http/protobuf</c>, the specification's default, or <c>grpc</c>.</summary>
    public string Protocol { get; set; } = "";

    /// <summary>Whether anything is sent at all.</summary>
    public bool IsConfigured => Endpoint.Length > 0 || MetricsEndpoint.Length > 0;

    /// <summary>Only after validation.</summary>
    public void ApplyTo(OtlpExporterOptions exporter)
    {
        exporter.Protocol = Protocol == TelemetryOptionsValidator.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = MetricsEndpoint.Length > 0 ? new Uri(MetricsEndpoint)
            : exporter.Protocol == OtlpExportProtocol.Grpc ? new Uri(Endpoint)
            : new Uri(Endpoint.TrimEnd('/') + "/v1/metrics");
    }
}
