using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FacialParalysisSite.Web.Tests.Telemetry;

/// <summary>Takes measurements as OpenTelemetry's protocol over HTTP brings them, and keeps their bytes.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Request, byte[] Bytes)> _received = [];
    private readonly WebApplication _server;

    private Collector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(TakeAsync);
    }

    public string Address => _server.Urls.First();

    /// <summary>Method, path and media type of everything received.</summary>
    public IReadOnlyList<string> Requests => _received.Select(one => one.Request).ToList();

    /// <summary>Everything received; names and texts stand in it as they are.</summary>
    public string Text => string.Concat(_received.Select(one => Encoding.UTF8.GetString(one.Bytes)));

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue(($"{context.Request.Method} {context.Request.Path} {context.Request.ContentType}", body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
