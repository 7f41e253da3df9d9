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

    /// <summary>The protocol for metrics; goes before the other.</summary>
    public const string MetricsProtocolSetting = "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL";

    /// <summary>What the collector wants to see besides, such as a password: <c>name=value,name=value</c>.</summary>
    public const string HeadersSetting = "OTEL_EXPORTER_OTLP_HEADERS";

    /// <summary>The same for metrics; goes before the other.</summary>
    public const string MetricsHeadersSetting = "OTEL_EXPORTER_OTLP_METRICS_HEADERS";

    public string Endpoint { get; set; } = "";

    public string MetricsEndpoint { get; set; } = "";

    /// <summary><c>http/protobuf</c>, the specification's default, or <c>grpc</c>.</summary>
    public string Protocol { get; set; } = "";

    public string Headers { get; set; } = "";

    /// <summary>Whether anything is sent at all.</summary>
    public bool IsConfigured => Endpoint.Length > 0 || MetricsEndpoint.Length > 0;

    /// <summary>Only after validation. The library by itself does not read what is set for metrics alone.</summary>
    public void ApplyTo(OtlpExporterOptions exporter)
    {
        exporter.Headers = Headers;
        exporter.Protocol = Protocol == TelemetryOptionsValidator.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = MetricsEndpoint.Length > 0 ? new Uri(MetricsEndpoint)
            : exporter.Protocol == OtlpExportProtocol.Grpc ? new Uri(Endpoint)
            : new Uri(Endpoint.TrimEnd('/') + "/v1/metrics");
    }
}
