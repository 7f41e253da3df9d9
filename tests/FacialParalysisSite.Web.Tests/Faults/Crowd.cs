using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>
/// Visitors who ask for a consultation again and again until they are told to stop or the site is gone. Every other says
/// it opened the form a minute ago, as people do; the rest are as fast as programs are, and are marked for it.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<string> _received = [];
    private readonly List<Task> _asking;
    private int _refused;

    public Crowd(Uri site, int visitors = 4) => _asking = Enumerable.Range(0, visitors).Select(visitor => Task.Run(() => AskAsync(site, isSlow: visitor % 2 == 0))).ToList();

    /// <summary>The references of the requests that the site said it had received.</summary>
    public IReadOnlyCollection<string> Received => _received;

    /// <summary>How often the site asked to call instead, with the text kept.</summary>
    public int Refused => _refused;

    public Task WaitForReceivedAsync(int more)
    {
        var wanted = _received.Count + more;
        return Eventually.HoldsAsync(() => _received.Count >= wanted, $"{more} more requests are received");
    }

    public Task WaitForRefusedAsync(int more)
    {
        var wanted = _refused + more;
        return Eventually.HoldsAsync(() => _refused >= wanted, $"{more} more requests are refused");
    }

    /// <summary>Ends the asking. Whoever waits for an answer then was told nothing.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_asking);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task AskAsync(Uri site, bool isSlow)
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                await AskOnceAsync(site, isSlow);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException or SocketException)
        {
            // The site has died meanwhile: nobody was told that the request was received.
        }
    }

    private async Task AskOnceAsync(Uri site, bool isSlow)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site };
        var opened = DateTimeOffset.UtcNow - (isSlow ? TimeSpan.FromMinutes(1) : TimeSpan.Zero);
        using var content = await Visitor.FillInAsync(client, _stop.Token, ("email", $"{Guid.NewGuid():N}@example.org"), ("opened", opened.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        using var answer = await client.PostAsync(new Uri("/consultation", UriKind.Relative), content, _stop.Token);
        if (answer.StatusCode == HttpStatusCode.SeeOther)
        {
            _received.Add(answer.Headers.Location!.OriginalString.Split('=')[1]);
            return;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("tel:", await answer.Content.ReadAsStringAsync(_stop.Token), StringComparison.Ordinal);
        Interlocked.Increment(ref _refused);
    }
}
