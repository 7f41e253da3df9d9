using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Telemetry;

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public const string Grpc = "grpc";

    private const string HttpProtobuf = "http/protobuf";

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var failures = new List<string>();
        if (options.Endpoint.Length > 0 && !IsCollector(options.Endpoint))
        {
            failures.Add($"{TelemetryOptions.EndpointSetting} is \"{options.Endpoint}\", which is not the address of a collector such as http://localhost:4318.");
        }

        if (options.MetricsEndpoint.Length > 0 && !IsCollector(options.MetricsEndpoint))
        {
            failures.Add($"{TelemetryOptions.MetricsEndpointSetting} is \"{options.MetricsEndpoint}\", which is not the address of a collector such as http://localhost:4318/v1/metrics.");
        }

        // They may hold a password, so they are not repeated.
        if (options.IsConfigured && options.Headers.Length > 0 && !AreHeaders(options.Headers))
        {
            failures.Add($"{TelemetryOptions.HeadersSetting} or {TelemetryOptions.MetricsHeadersSetting} is not a list such as name=value,name=value.");
        }

        if (options.IsConfigured && options.Protocol is not ("" or HttpProtobuf or Grpc))
        {
            failures.Add($"{TelemetryOptions.ProtocolSetting} or {TelemetryOptions.MetricsProtocolSetting} is \"{options.Protocol}\", which is neither {HttpProtobuf} nor {Grpc}.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsCollector(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "", Host.Length: > 0 };

    private static bool AreHeaders(string text) => Uri.UnescapeDataString(text).Split(',').All(header => header.IndexOf('=') > 0);
}
