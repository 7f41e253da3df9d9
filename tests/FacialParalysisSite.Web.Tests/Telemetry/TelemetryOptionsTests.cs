using FacialParalysisSite.Web.Telemetry;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;

namespace FacialParalysisSite.Web.Tests.Telemetry;

public sealed class TelemetryOptionsTests
{
    [Fact]
    public async Task Start_WithACollectorThatIsNoAddress_SaysSoInASentence()
    {
        using var own = new TemporaryFolder();

        var ended = await SiteProgram.RunAsync([], [.. SiteProgram.Production(own["data"]), ("Content__Root", Repository.Content), ("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318")]);

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("The site cannot start:", ended.Error, StringComparison.Ordinal);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT is \"localhost:4318\", which is not the address of a collector", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error + ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "", "", "OTEL_EXPORTER_OTLP_ENDPOINT is \"nonsense\"")]
    [InlineData("ftp://collector.example", "", "", "OTEL_EXPORTER_OTLP_ENDPOINT is")]
    [InlineData("", "nonsense", "", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT is \"nonsense\"")]
    [InlineData("http://localhost:4318", "", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL or OTEL_EXPORTER_OTLP_METRICS_PROTOCOL is \"http/json\"")]
    public void Validate_WhatCannotBeUsed_NamesTheSetting(string endpoint, string metricsEndpoint, string protocol, string sentence)
    {
        var result = new TelemetryOptionsValidator().Validate(null, new TelemetryOptions { Endpoint = endpoint, MetricsEndpoint = metricsEndpoint, Protocol = protocol });

        Assert.Contains(sentence, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:4318", "", "", "http://localhost:4318/v1/metrics", OtlpExportProtocol.HttpProtobuf)]
    [InlineData("https://collector.example/base/", "", "http/protobuf", "https://collector.example/base/v1/metrics", OtlpExportProtocol.HttpProtobuf)]
    [InlineData("http://localhost:4318", "http://localhost:9/own", "", "http://localhost:9/own", OtlpExportProtocol.HttpProtobuf)]
    [InlineData("http://localhost:4317", "", "grpc", "http://localhost:4317/", OtlpExportProtocol.Grpc)]
    public void Apply_WhatCanBeUsed_FollowsTheSpecification(string endpoint, string metricsEndpoint, string protocol, string address, OtlpExportProtocol expected)
    {
        var options = new TelemetryOptions { Endpoint = endpoint, MetricsEndpoint = metricsEndpoint, Protocol = protocol };
        Assert.True(new TelemetryOptionsValidator().Validate(null, options).Succeeded);
        var exporter = new OtlpExporterOptions();

        options.ApplyTo(exporter);

        Assert.Equal((address, expected), (exporter.Endpoint.AbsoluteUri, exporter.Protocol));
    }

    [Fact]
    public void Configured_WithoutACollector_IsNot() => Assert.False(new TelemetryOptions().IsConfigured);

    [Theory]
    [InlineData("password")]
    [InlineData("a=b,password")]
    [InlineData("=password")]
    public void Validate_HeadersThatCannotBeUsed_NamesTheSettingAndKeepsThemToItself(string headers)
    {
        var failure = Assert.Single(new TelemetryOptionsValidator().Validate(null, new TelemetryOptions { Endpoint = "http://localhost:4318", Headers = headers }).Failures!);

        Assert.StartsWith("OTEL_EXPORTER_OTLP_HEADERS or OTEL_EXPORTER_OTLP_METRICS_HEADERS is not a list", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("password", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatIsSetForMetricsAlone_GoesBeforeTheRest()
    {
        using var site = new SiteHost();
        site.With("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://127.0.0.1:1/own").With("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:2")
            .With("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "grpc").With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            .With("OTEL_EXPORTER_OTLP_METRICS_HEADERS", "a=own").With("OTEL_EXPORTER_OTLP_HEADERS", "a=b");
        var exporter = new OtlpExporterOptions();

        site.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.ApplyTo(exporter);

        Assert.Equal(("http://127.0.0.1:1/own", OtlpExportProtocol.Grpc, "a=own"), (exporter.Endpoint.AbsoluteUri, exporter.Protocol, exporter.Headers));
    }
}
