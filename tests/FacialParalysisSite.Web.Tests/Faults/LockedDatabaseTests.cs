using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>Another program holds the database while people ask.</summary>
[Collection(FaultCollection.Name)]
public sealed class LockedDatabaseTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Lock_UnderLoad_LosesNothing()
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        await using var peer = new SmtpPeer();
        using var site = await FaultySite.StartAsync(own["data"], own["content"], peer);
        await using var crowd = new Crowd(site.Address);
        await crowd.WaitForReceivedAsync(3);

        await using (var other = new SqliteConnection($"Data Source={Path.Combine(own["data"], "site.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();

            // One waits for the lock, and the others behind that one for their turn.
            await crowd.WaitForRefusedAsync(2);
        }

        await crowd.WaitForReceivedAsync(3);
        await crowd.StopAsync();
        await FaultySite.DeliveredAsync(peer, crowd.Received);
        site.Kill();
        var critical = await site.CriticalAsync();
        Assert.Contains(critical, line => line.Contains("database is locked", StringComparison.Ordinal));
        Assert.Contains(critical, line => line.StartsWith("   at ", StringComparison.Ordinal));
        Tally.Check(output, "a locked database", crowd.Received, crowd.Refused, peer.Taken, mostTwice: 0);
    }
}
