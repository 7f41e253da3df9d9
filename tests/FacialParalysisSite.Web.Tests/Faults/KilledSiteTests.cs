using System.Diagnostics;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>What is said to be received is delivered, however the program ends under load, again and again.</summary>
[Collection(FaultCollection.Name)]
public sealed class KilledSiteTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Some mails are owed then, some are being sent, some are sent and not yet noted.</summary>
    private const int LongestLife = 20;

    private const int Seed = 20261128;

    private readonly TemporaryFolder _own = new();

    /// <summary>More than a start takes, so that some lives end before anything is done, some in the midst of it and some under load; a busy machine needs longer.</summary>
    private TimeSpan _longestStart = TimeSpan.FromSeconds(3);

    public void Dispose() => _own.Dispose();

    /// <summary>Every third at a random moment after the program was started, the first of these over an empty folder.</summary>
    [Fact]
    public async Task Kill_UnderLoadAndAtStarts_LosesNothing()
    {
        var random = new Random(Seed);

        await EndAsync(FaultPlan.Kills, "kills", mostTwice: FaultPlan.Kills, time => time % 3 == 0 ? _longestStart * random.NextDouble() : null, site =>
        {
            site.Kill();
            return Task.CompletedTask;
        });

        var database = Path.Combine(_own["data"], "site.db");
        Assert.NotEmpty(StoredRequests.ReferencesIn(database, isSuspected: true));
        Assert.NotEmpty(StoredRequests.ReferencesIn(database, isSuspected: false));
    }

    /// <summary>Told to end, it ends what it has begun: no mail is left half-sent.</summary>
    [Fact]
    public Task Stop_UnderLoad_LosesNothing() => EndAsync(FaultPlan.Stops, "stops", mostTwice: 0, _ => null, async site => Assert.Equal(0, await site.StopAsync()));

    /// <param name="times">How often it is ended.</param>
    /// <param name="ends">What that is called.</param>
    /// <param name="mostTwice">How often a mail may have come again.</param>
    /// <param name="momentOf">When a life ends after its start, whether the site listens then or not; null for one that ends under load.</param>
    /// <param name="end">Ends it.</param>
    private async Task EndAsync(int times, string ends, int mostTwice, Func<int, TimeSpan?> momentOf, Func<RunningSite, Task> end)
    {
        SampleContent.In(_own["content"]);
        await using var peer = new SmtpPeer();
        var received = new List<string>();
        var (refused, early, unborn) = (0, 0, 0);
        for (var time = 0; time < times; time++)
        {
            using var site = FaultySite.Begin(_own["data"], _own["content"], peer);
            var asking = CrowdBeforeAsync(site);
            if (momentOf(time) is { } moment)
            {
                early++;
                await Task.Delay(moment);
            }
            else
            {
                await (await asking ?? throw new InvalidOperationException("The site ended by itself.")).WaitForReceivedAsync(1 + (time % LongestLife));
            }

            await end(site);
            await using var crowd = await asking;
            await (crowd?.StopAsync() ?? Task.CompletedTask);
            received.AddRange(crowd?.Received ?? []);
            refused += crowd?.Refused ?? 0;
            unborn += crowd is null ? 1 : 0;
            foreach (var line in await site.CriticalAsync())
            {
                output.WriteLine(line);
            }
        }

        using var last = await FaultySite.StartAsync(_own["data"], _own["content"], peer);
        await FaultySite.DeliveredAsync(peer, received);

        var atStarts = early == 0 ? "" : $" ({early} within {_longestStart.TotalSeconds:0} s of a start, {unborn} before the site listened; seed {Seed})";
        Tally.Check(output, $"{times} {ends}{atStarts}", received, refused, peer.Taken, mostTwice);
        Assert.Equal(0, refused);
    }

    private async Task<Crowd?> CrowdBeforeAsync(RunningSite site)
    {
        var begin = Stopwatch.GetTimestamp();
        if (!await site.ListensAsync())
        {
            return null;
        }

        _longestStart = TimeSpan.FromSeconds(Math.Max(_longestStart.TotalSeconds, 1.5 * Stopwatch.GetElapsedTime(begin).TotalSeconds));
        return new Crowd(site.Address);
    }
}
