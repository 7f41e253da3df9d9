using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>What is said to be received is delivered, however the program ends under load, again and again.</summary>
[Collection(FaultCollection.Name)]
public sealed class KilledSiteTests(ITestOutputHelper output)
{
    /// <summary>Some mails are owed then, some are being sent, some are sent and not yet noted.</summary>
    private const int LongestLife = 20;

    [Fact]
    public Task Kill_UnderLoad_LosesNothing() => EndAsync(FaultPlan.Kills, "kills", mostTwice: FaultPlan.Kills, site =>
    {
        site.Kill();
        return Task.CompletedTask;
    });

    /// <summary>Told to end, it ends what it has begun: no mail is left half-sent.</summary>
    [Fact]
    public Task Stop_UnderLoad_LosesNothing() => EndAsync(FaultPlan.Stops, "stops", mostTwice: 0, async site => Assert.Equal(0, await site.StopAsync()));

    private async Task EndAsync(int times, string ends, int mostTwice, Func<RunningSite, Task> end)
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        await using var peer = new SmtpPeer();
        var received = new List<string>();
        var refused = 0;
        for (var time = 0; time < times; time++)
        {
            using var site = await FaultySite.StartAsync(own["data"], own["content"], peer);
            await using var crowd = new Crowd(site.Address);
            await crowd.WaitForReceivedAsync(1 + (time % LongestLife));
            await end(site);
            await crowd.StopAsync();
            received.AddRange(crowd.Received);
            refused += crowd.Refused;
            foreach (var line in await site.CriticalAsync())
            {
                output.WriteLine(line);
            }
        }

        using var last = await FaultySite.StartAsync(own["data"], own["content"], peer);
        await FaultySite.DeliveredAsync(peer, received);

        Tally.Check(output, $"{times} {ends}", received, refused, peer.Taken, mostTwice);
        Assert.Equal(0, refused);
    }
}
