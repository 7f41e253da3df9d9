using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Consultations.Tests.Storage;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>Somebody deletes the files beside the database while people ask, and the program is killed then.</summary>
[Collection(FaultCollection.Name)]
public sealed class TakenFilesTests(ITestOutputHelper output)
{
    /// <summary>Four visitors may all be answered for one transaction from before; the next answer is of one from after it.</summary>
    private const int AnswersUntilNoticed = 5;

    [OpenFileFact]
    public async Task Delete_LogAndIndexUnderLoad_LosesNothing()
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        await using var peer = new SmtpPeer();
        using var site = await FaultySite.StartAsync(own["data"], own["content"], peer);
        await using var crowd = new Crowd(site.Address);
        foreach (var parts in new string[][] { ["-wal"], ["-shm"], ["-wal", "-shm"] })
        {
            await crowd.WaitForReceivedAsync(AnswersUntilNoticed);
            Array.ForEach(parts, part => File.Delete(Path.Combine(own["data"], "site.db" + part)));
        }

        await crowd.WaitForReceivedAsync(AnswersUntilNoticed);
        site.Kill();
        await crowd.StopAsync();
        Assert.Equal(3, (await site.CriticalAsync()).Count(line => line.Contains("Somebody harms the site's files", StringComparison.Ordinal)));
        Assert.Empty(crowd.Received.Except(StoredRequests.ReferencesIn(Path.Combine(own["data"], "site.db"))));

        using var next = await FaultySite.StartAsync(own["data"], own["content"], peer);
        await FaultySite.DeliveredAsync(peer, crowd.Received);
        next.Kill();
        Tally.Check(output, "deleted logs and indices", crowd.Received, crowd.Refused, peer.Taken, mostTwice: 1);
    }

    [RootFact("mkfs.ext4", "mount", "umount")]
    public async Task Unmount_TheDiskOfTheDatabase_BeginsNoNewOneInItsPlace()
    {
        using var own = new TemporaryFolder();
        await using var disk = await LoopDisk.MakeAsync(own["disk"]);
        var file = Path.Combine(disk.Folder, "site.db");
        var time = new FakeTime();
        using var databases = new SiteDatabases(file, time);
        Write(databases);

        await disk.TakeAwayAsync();
        Assert.Throws<IOException>(databases.CreateDbContext);
        using (var next = new SiteDatabases(file, time))
        {
            Assert.Throws<IOException>(next.CreateDbContext);
        }

        Assert.Equal(["site.db.made"], Directory.EnumerateFileSystemEntries(disk.Folder).Select(Path.GetFileName));

        await disk.MountAsync();
        time.Advance(TimeSpan.FromSeconds(2));
        using (var database = databases.CreateDbContext())
        {
            Assert.Single(database.WriteTrials);
        }

        databases.Dispose();
        SqliteConnection.ClearAllPools();
        output.WriteLine("Faults: an unmounted disk: no new database");
    }

    private static void Write(SiteDatabases databases)
    {
        using var database = databases.CreateDbContext();
        database.WriteTrials.Add(new WriteTrial { At = DateTimeOffset.UnixEpoch });
        database.SaveChanges();
    }
}
