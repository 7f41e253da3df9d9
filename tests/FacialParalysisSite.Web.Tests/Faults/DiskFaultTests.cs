using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>A disk that fails or is full while people ask: they are told to call, and all is well again by itself.</summary>
[Collection(FaultCollection.Name)]
public sealed class DiskFaultTests(ITestOutputHelper output)
{
    private static readonly (string What, string Calls, string Error)[] Faults =
    [
        ("syncs that fail", "fsync,fdatasync", "error=EIO"), ("writes that fail", "pwrite64", "error=EIO"), ("writes without room", "pwrite64", "error=ENOSPC"),
    ];

    [RootFact("strace", "kill")]
    public async Task Fail_SyncsAndWritesUnderLoad_LosesNothing()
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        await using var peer = new SmtpPeer();
        using var site = await FaultySite.StartAsync(own["data"], own["content"], peer);
        await using var crowd = new Crowd(site.Address);
        await crowd.WaitForReceivedAsync(3);
        foreach (var (_, calls, error) in Faults)
        {
            await using (await InjectedFault.BeginAsync(site.Id, calls, error))
            {
                await crowd.WaitForRefusedAsync(3);
            }

            await crowd.WaitForReceivedAsync(3);
        }

        await crowd.StopAsync();
        await FaultySite.DeliveredAsync(peer, crowd.Received);
        site.Kill();
        using var next = await FaultySite.StartAsync(own["data"], own["content"], peer);
        await using var later = new Crowd(next.Address);
        await later.WaitForReceivedAsync(1);

        // Killed between "taken" and the note of it, the site sends that one again.
        Tally.Check(output, string.Join(", ", Faults.Select(fault => fault.What)), crowd.Received, crowd.Refused, peer.Taken, mostTwice: 1);
    }

    /// <summary>Nobody is asked to call because others were quicker: whoever comes first is stored first.</summary>
    [RootFact("strace", "kill")]
    public async Task Slow_EverySyncUnderLoad_StoresWhatManySendAtOnce()
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        await using var peer = new SmtpPeer();
        using var site = await FaultySite.StartAsync(own["data"], own["content"], peer);
        await using var crowd = new Crowd(site.Address, visitors: 16);
        await crowd.WaitForReceivedAsync(3);
        await using (await InjectedFault.BeginAsync(site.Id, "fsync,fdatasync", "delay_enter=150000"))
        {
            await crowd.WaitForReceivedAsync(60);
        }

        await crowd.StopAsync();
        await FaultySite.DeliveredAsync(peer, crowd.Received);
        site.Kill();
        Tally.Check(output, "a slow disk", crowd.Received, crowd.Refused, peer.Taken, mostTwice: 0);
        Assert.Equal(0, crowd.Refused);
    }

    [RootFact("mkfs.ext4", "mount", "umount")]
    public async Task Fill_TheWholeDisk_LosesNothing()
    {
        using var own = new TemporaryFolder();
        SampleContent.In(own["content"]);
        await using var peer = new SmtpPeer();
        await using var disk = await LoopDisk.MakeAsync(own["disk"]);
        using var site = await FaultySite.StartAsync(Path.Combine(disk.Folder, "data"), own["content"], peer);
        await using var crowd = new Crowd(site.Address);
        await crowd.WaitForReceivedAsync(3);

        var filler = Path.Combine(disk.Folder, "filler");
        Fill(filler);
        await crowd.WaitForRefusedAsync(3);
        File.Delete(filler);
        await crowd.WaitForReceivedAsync(3);

        await crowd.StopAsync();
        await FaultySite.DeliveredAsync(peer, crowd.Received);
        site.Kill();
        Tally.Check(output, "a full disk", crowd.Received, crowd.Refused, peer.Taken, mostTwice: 0);
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[1 << 16];
        for (var size = block.Length; size > 0;)
        {
            try
            {
                file.Write(block, 0, size);
                file.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }
}
