using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>A disk in a file, mounted at a folder. What was written to it and not yet synced is in the memory of the machine alone.</summary>
internal sealed class LoopDisk : IAsyncDisposable
{
    private readonly string _image;
    private bool _isMounted;

    private LoopDisk(string image, string folder) => (_image, Folder) = (image, folder);

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Makes a disk with an empty ext4 file system.</summary>
    /// <param name="name">The path of its file, without an extension.</param>
    public static async Task<LoopDisk> MakeAsync(string name)
    {
        var disk = new LoopDisk(name + ".img", name);
        await using (var file = File.Create(disk._image))
        {
            file.SetLength(64 << 20);
        }

        await RunAsync("mkfs.ext4", "-q", "-F", disk._image);
        await disk.MountAsync();
        return disk;
    }

    /// <summary>What is left when the power goes: the disk as it is now, without what the machine has in memory.</summary>
    /// <param name="name">The path of the new disk's file, without an extension.</param>
    public LoopDisk AfterPowerCut(string name)
    {
        var disk = new LoopDisk(name + ".img", name);
        File.Copy(_image, disk._image);
        return disk;
    }

    public async Task MountAsync()
    {
        Directory.CreateDirectory(Folder);

        // The file system writes by itself every five seconds, unless it is told to wait.
        await RunAsync("mount", "-o", "loop,commit=300", _image, Folder);
        _isMounted = true;
    }

    /// <summary>Takes it away while files on it are open, as an unmount does that waits for nobody. It can be mounted again.</summary>
    public async Task TakeAwayAsync()
    {
        await RunAsync("umount", "--lazy", Folder);
        _isMounted = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isMounted)
        {
            _isMounted = false;
            await RunAsync("umount", Folder);
        }

        File.Delete(_image);
    }

    private static async Task RunAsync(string tool, params string[] arguments) => Assert.Equal(0, await SiteProgram.RunToolAsync(tool, arguments));
}
