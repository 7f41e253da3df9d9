using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>What is said to be received is delivered, however the program ends: killed with -9 under load, again and again.</summary>
[Collection(FaultCollection.Name)]
public sealed class KilledSiteTests(ITestOutputHelper output)
{
    /// <summary>Some mails are owed then, some are being sent, some are sent and not yet noted.</summary>
    private const int LongestLife = 20;

    [Fact]
    public async Task Kill_UnderLoad_LosesNothing()
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        await using var peer = new SmtpPeer();
        var received = new List<string>();
        var refused = 0;
        for (var death = 0; death < FaultPlan.Kills; death++)
        {
            using var site = await FaultySite.StartAsync(own["data"], own["content"], peer);
            await using var crowd = new Crowd(site.Address);
            await crowd.WaitForReceivedAsync(1 + (death % LongestLife));
            site.Kill();
            await crowd.StopAsync();
            received.AddRange(crowd.Received);
            refused += crowd.Refused;
        }

        using var last = await FaultySite.StartAsync(own["data"], own["content"], peer);
        await FaultySite.DeliveredAsync(peer, received);

        Tally.Check(output, $"{FaultPlan.Kills} kills", received, refused, peer.Taken, mostTwice: FaultPlan.Kills);
        Assert.Equal(0, refused);
    }
}
