using System.Globalization;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>A power cut: the program is gone, and so is everything that the disk had not been made to keep.</summary>
[Collection(FaultCollection.Name)]
public sealed class PowerCutTests(ITestOutputHelper output)
{
    /// <summary>That the cut below cuts: a database that is not made to keep what it says it has kept loses it.</summary>
    [RootTheory("mkfs.ext4", "mount", "umount")]
    [InlineData("OFF", 0)]
    [InlineData("FULL", 100)]
    public async Task Cut_OfADatabase_KeepsWhatWasSynced(string synchronous, int kept)
    {
        using var own = new TemporaryFolder();
        await using var disk = await LoopDisk.MakeAsync(own["disk"]);
        var file = Path.Combine(disk.Folder, "site.db");
        await using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        await database.OpenAsync();
        await RunAsync(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE kept(number INTEGER); PRAGMA wal_checkpoint(TRUNCATE)");
        await RunAsync(database, $"PRAGMA synchronous={synchronous}");
        for (var number = 0; number < 100; number++)
        {
            await RunAsync(database, "INSERT INTO kept VALUES (1)");
        }

        await using var rest = disk.AfterPowerCut(own["rest"]);
        await database.CloseAsync();
        await rest.MountAsync();

        await using var after = new SqliteConnection($"Data Source={Path.Combine(rest.Folder, "site.db")};Pooling=False");
        await after.OpenAsync();
        Assert.Equal(kept, Convert.ToInt32(await RunAsync(after, "SELECT count(*) FROM kept"), CultureInfo.InvariantCulture));
    }

    [RootFact("mkfs.ext4", "mount", "umount", "kill")]
    public async Task Cut_UnderLoad_LosesNothing()
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        await using var peer = new SmtpPeer();
        var received = new List<string>();
        var refused = 0;
        var disk = await LoopDisk.MakeAsync(own["disk"]);
        try
        {
            for (var cut = 0; cut < FaultPlan.PowerCuts; cut++)
            {
                using var site = await FaultySite.StartAsync(Path.Combine(disk.Folder, "data"), own["content"], peer);
                await using var crowd = new Crowd(site.Address);
                await crowd.WaitForReceivedAsync(5 + (7 * (cut % 10)));
                await site.FreezeAsync();
                await File.WriteAllTextAsync(Path.Combine(disk.Folder, "unsynced"), "not on the disk yet");
                var rest = disk.AfterPowerCut(own[$"disk{cut}"]);
                site.Kill();
                await crowd.StopAsync();
                received.AddRange(crowd.Received);
                refused += crowd.Refused;
                await disk.DisposeAsync();
                await rest.MountAsync();
                disk = rest;
                var unsynced = new FileInfo(Path.Combine(disk.Folder, "unsynced"));
                Assert.True(!unsynced.Exists || unsynced.Length == 0, "What was not synced is still there: this was no power cut.");
                unsynced.Delete();
                Assert.Empty(received.Except(StoredRequests.ReferencesIn(Path.Combine(disk.Folder, "data", "site.db"))));
            }

            using var last = await FaultySite.StartAsync(Path.Combine(disk.Folder, "data"), own["content"], peer);
            await FaultySite.DeliveredAsync(peer, received);
            last.Kill();

            Tally.Check(output, $"{FaultPlan.PowerCuts} power cuts", received, refused, peer.Taken, mostTwice: FaultPlan.PowerCuts);
            Assert.Equal(0, refused);
        }
        finally
        {
            await disk.DisposeAsync();
        }
    }

    private static async Task<object?> RunAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
