using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FacialParalysisSite.Consultations.Alerting;

namespace FacialParalysisSite.Consultations.Tests.Alerting;

/// <summary>Against a real listener on this machine.</summary>
public sealed class WebhookAlertChannelTests : IAsyncDisposable
{
    private static readonly Alert Told = new("alert.1", "Website: \"late\"", "Line one\nFP-4KX7-9M2R é\n");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Uri _address;
    private string? _answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";
    private readonly Task _serving;

    public WebhookAlertChannelTests()
    {
        _listener.Start();
        _address = new Uri($"http://127.0.0.1:{Port}/hook/secret");
        _serving = ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    [Fact]
    public async Task Tell_AListenerThatTakesIt_PostsTheTextAsJson()
    {
        Assert.Null(await TellAsync());

        var asked = Assert.Single(_asked);
        Assert.StartsWith("POST /hook/secret HTTP/1.1\r\n", asked, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json; charset=utf-8\r\n", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", asked, StringComparison.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(asked[(asked.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.Equal("Website: \"late\"\n\nLine one\nFP-4KX7-9M2R é\n", json.RootElement.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("404 Not Found", "404")]
    [InlineData("500 Oops", "500")]
    public async Task Tell_AListenerThatRefusesIt_SaysWhy(string status, string why)
    {
        _answer = $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

        Assert.Equal(why, await TellAsync());
    }

    [Fact]
    public async Task Tell_AListenerThatRedirects_DoesNotFollow()
    {
        _answer = $"HTTP/1.1 307 Elsewhere\r\nLocation: http://localhost:{Port}/elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

        Assert.Equal("307", await TellAsync());
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Tell_AListenerThatHangs_GivesUpInTime()
    {
        _answer = null;

        Assert.Equal("timeout", await TellAsync(TimeSpan.FromMilliseconds(300)));
    }

    [Fact]
    public async Task Tell_WhereNobodyListens_SaysWhyWithoutTheAddress()
    {
        await _stop.CancelAsync();
        _listener.Stop();

        var why = await TellAsync();

        Assert.Equal("ConnectionError", why);
    }

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    private async Task<string?> TellAsync(TimeSpan? patience = null)
    {
        using var channel = new WebhookAlertChannel(_address, patience ?? TimeSpan.FromMinutes(1));
        return await channel.TellAsync(Told, CancellationToken.None);
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            var stream = client.GetStream();
            _asked.Enqueue(await ReadAsync(stream));
            if (_answer is null)
            {
                await stream.CopyToAsync(Stream.Null, _stop.Token);
                continue;
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer), _stop.Token);
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var (text, buffer) = (new List<byte>(), new byte[4096]);
        while (true)
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            text.AddRange(buffer.AsSpan(0, read));
            var whole = Encoding.UTF8.GetString([.. text]);
            var head = whole.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = head < 0 ? null : whole[..head].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
            if (read == 0 || (length is not null && text.Count >= head + 4 + int.Parse(length["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture)))
            {
                return whole;
            }
        }
    }
}
