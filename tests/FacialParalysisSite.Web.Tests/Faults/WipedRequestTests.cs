using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Consultations.Tests.Storage;
using FacialParalysisSite.Web.Tests.Commands;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>Whatever ends the program that wipes, in the end nothing is left of what was to be wiped.</summary>
[Collection(FaultCollection.Name)]
public sealed class WipedRequestTests(ITestOutputHelper output)
{
    private const string Planted = "Planted-Phrase-Of-The-Wiped";

    [RootFact("strace")]
    public async Task Kill_WhileARequestIsWiped_LeavesNothingOfIt()
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        await using var peer = new SmtpPeer();
        using var store = new RequestStore(own["data"], TimeProvider.System);
        for (var time = 0; time < FaultPlan.Stops; time++)
        {
            var reference = await store.AcceptAsync(form => form.Message = string.Join(' ', Enumerable.Repeat(Planted, 60)));
            await store.DeliverAllAsync(MailOutcome.Sent);

            // From its first write to the disk to one after the last, in turn.
            await SiteProgram.RunToolAsync("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", $"inject=pwrite64:signal=SIGKILL:when={2 + (9 * time)}",
                "env", "Data__Root=" + own["data"], "dotnet", SiteProgram.Dll, "requests", "purge", reference.Code, "--yes");
            var again = await SiteProgram.RunAsync(["requests", "purge", reference.Code, "--yes"], ("Data__Root", own["data"]));
            Assert.True(again.ExitCode == 0 || again.Error.Contains("wiped", StringComparison.Ordinal), again.Error);
        }

        using var site = await FaultySite.StartAsync(own["data"], own["content"], peer);
        await Eventually.HoldsAsync(() => PlantedText.FilesWith(own["data"], Planted).Count == 0, "no file has anything of it");
        site.Kill();
        Assert.Equal([], PlantedText.FilesWith(own["data"], Planted));
        output.WriteLine($"Faults: {FaultPlan.Stops} kills of a program that wipes: nothing is left");
    }

    /// <summary>Writing a database anew takes the room of two; a try must not take the last, or nobody could ask any more.</summary>
    [RootFact("mkfs.ext4", "mount", "umount")]
    public async Task Purge_WithoutRoomForACopy_SaysItAndFillsNothing()
    {
        using var own = new TemporaryFolder();
        await using var disk = await LoopDisk.MakeAsync(own["disk"]);
        var data = Path.Combine(disk.Folder, "data");
        var store = new RequestStore(data, TimeProvider.System);
        try
        {
            var reference = await store.AcceptAsync();
            await store.DeliverAllAsync(MailOutcome.Sent);
            var filler = Path.Combine(disk.Folder, "filler");
            await File.WriteAllBytesAsync(filler, new byte[new DriveInfo(disk.Folder).AvailableFreeSpace - (64 << 10)]);

            var ended = await SiteProgram.RunAsync(["requests", "purge", reference.Code, "--yes"], ("Data__Root", data));

            Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
            Assert.Contains("everything that was written is wiped, but pieces may still stand", ended.Output, StringComparison.Ordinal);
            File.Delete(filler);
            Assert.Contains("wiped before", (await SiteProgram.RunAsync(["requests", "purge", reference.Code, "--yes"], ("Data__Root", data))).Error, StringComparison.Ordinal);
        }
        finally
        {
            // The disk can go only when nobody has a file on it open.
            store.Dispose();
            SqliteConnection.ClearAllPools();
        }
    }
}
