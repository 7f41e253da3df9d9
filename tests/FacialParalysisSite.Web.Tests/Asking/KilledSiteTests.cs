using System.Collections.Concurrent;
using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Asking;

/// <summary>What is said to be received is delivered, however the program ends: killed with -9 under load, again and again.</summary>
public sealed class KilledSiteTests
{
    private const int Deaths = 20;

    private const int Visitors = 4;

    [Fact]
    public async Task Kill_RightAfterReceived_LosesNothing()
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        var received = new ConcurrentBag<string>();
        for (var death = 0; death < Deaths; death++)
        {
            using var site = await RunningSite.StartAsync(Settings(own));
            using var stop = new CancellationTokenSource();
            using var told = new SemaphoreSlim(0);
            var visitors = Enumerable.Range(0, Visitors).Select(_ => Task.Run(() => AskUntilAsync(site.Address, received, told, stop.Token))).ToList();

            // Right after the first "received", then after the second and so on: some mails are owed then, some being written.
            for (var count = 0; count <= death; count++)
            {
                Assert.True(await told.WaitAsync(TimeSpan.FromMinutes(1)), "Nobody was told that a request was received.");
            }

            site.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(visitors);
        }

        Assert.True(received.Count >= Deaths, $"Only {received.Count} requests were received.");
        using var last = await RunningSite.StartAsync(Settings(own));
        var mail = new MailFolder(Path.Combine(own["data"], "mail"));
        await Eventually.HoldsAsync(() => received.All(reference => mail.ToClinic.Any(one => one.IsWhole && one.Subject.EndsWith(reference, StringComparison.Ordinal))),
            "every request that was received is in a mail to the clinic", () => $"{received.Count} were received.");

        // Whatever was sent twice is one mail: it has one Message-ID.
        Assert.Equal(mail.ToClinic.Select(one => one.Subject).Distinct(StringComparer.Ordinal).Count(), mail.ToClinic.Select(one => one.MessageId).Distinct(StringComparer.Ordinal).Count());
        last.Kill();
    }

    private static async Task AskUntilAsync(Uri site, ConcurrentBag<string> received, SemaphoreSlim told, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                received.Add(await AskAsync(site, stop));
                told.Release();
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            // The site has died meanwhile: nobody was told that the request was received.
        }
    }

    private static async Task<string> AskAsync(Uri site, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = site };
        using var content = await Visitor.FillInAsync(client, stop);
        using var sent = await client.PostAsync(new Uri("/consultation", UriKind.Relative), content, stop);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        return sent.Headers.Location!.OriginalString.Split('=')[1];
    }

    private static (string Name, string Value)[] Settings(TemporaryFolder own) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Site__BaseUrl", "http://127.0.0.1"),
        ("Data__Root", own["data"]), ("Content__Root", own["content"]), ("Limits__Requests", "1000000"),
        ("Limits__Flood", "1000000"), ("Limits__Mails", "1000000"),
    ];
}
