using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Telemetry;

/// <summary>What leaves the machine, as a collector receives it.</summary>
public sealed class MetricsExportTests
{
    private const string Planted = "Zq7Planted";

    [Fact]
    public async Task Run_WithACollector_SendsItWhatWasCountedAndNothingTyped()
    {
        await using var collector = await Collector.StartAsync();
        var site = new SiteHost().WithMailFolder().With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address).With("OTEL_METRICS_EXEMPLAR_FILTER", "always_on");
        await using (site)
        {
            // A real server, because only that has meters of connections.
            var server = site.StartOnNetwork();
            await AskEverythingAsync(server);
        }

        var received = collector.Text;
        Assert.All(collector.Requests, request => Assert.Equal("POST /v1/metrics application/x-protobuf", request));
        Assert.All(
            ["facial-paralysis-site", "FacialParalysisSite.Consultations", "consultation.requests", "invalid", "_OTHER", "http.server.request.duration", "kestrel.connection.duration", "dotnet.gc.collections"],
            name => Assert.Contains(name, received, StringComparison.Ordinal));
        Assert.All(
            [Planted, "server.address", "127.0.0.1", "clinic.example", "user_agent", "url.path", "url.query"],
            text => Assert.DoesNotContain(text, received, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Stop_WhereTheCollectorDoesNotAnswer_StillEnds()
    {
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var site = new SiteHost().With("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", $"http://{silent.LocalEndpoint}/v1/metrics");

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/")).Status);

        var end = site.DisposeAsync().AsTask();
        await Eventually.HoldsAsync(() => end.IsCompleted, "the site ends");
        await end;
    }

    /// <summary>Plants a word wherever a visitor can write one.</summary>
    private static async Task AskEverythingAsync(Uri server)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Planted);
        client.DefaultRequestHeaders.Referrer = new Uri($"https://{Planted}.example/");
        await client.GetAsync($"/articles?q={Planted}");
        await client.GetAsync($"/{Planted}/{Planted}");
        await client.GetAsync($"/pictures/{Planted}");
        await client.GetAsync($"/articles/{Planted}");
        await RawRequest.SendAsync(server, $"{Planted} /", header: $"X-Forwarded-Proto: {Planted}");
        await RawRequest.SendAsync(server, $"GET {Planted}://{Planted}/{Planted}");
        await RawRequest.SendAsync(server, "GET /", host: Planted);

        var form = await Answer.ReadAsync(await client.GetAsync("/consultation"));
        using var fields = new FormUrlEncodedContent(Visitor.FieldsOf(form.Page).With(("name", Planted), ("message", Planted)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync("/consultation", fields)).StatusCode);
    }
}
