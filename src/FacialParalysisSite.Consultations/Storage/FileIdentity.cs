using System.Runtime.InteropServices;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Tells a file from another that takes its place, and not from itself after it was written to. On Linux the framework
/// gives the time of the last change for that of the creation, so that the system is asked.
/// </summary>
/// <param name="Device">Of the disk it lies on; 0 where creation alone tells.</param>
/// <param name="Number">Its number there; 0 where creation alone tells.</param>
/// <param name="Created">When it was made: a number is given again after its file is gone.</param>
internal sealed record FileIdentity(ulong Device, ulong Number, long Created)
{
    private const int RelativeToCurrentFolder = -100;

    private const int LinkItself = 0x100;

    private const uint InodeAndBirth = 0x100 | 0x800;

    /// <summary>The identity of a file; null where there is none. A link is another file than the one that it leads to: SQLite looks for the log beside the latter.</summary>
    public static FileIdentity? Of(string path) => Of(path, LinkItself);

    /// <summary>The identity of what a path leads to in the end.</summary>
    public static FileIdentity? OfTarget(string path) => Of(path, flags: 0);

    private static FileIdentity? Of(string path, int flags)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path) ? new FileIdentity(Device: 0, Number: 0, File.GetCreationTimeUtc(path).Ticks) : null;
        }

        return statx(RelativeToCurrentFolder, path, flags, InodeAndBirth, out var found) == 0
            ? new FileIdentity(((ulong)found.DeviceMajor << 32) | found.DeviceMinor, found.Inode, (found.BirthSeconds * TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerSecond) + found.BirthNanoseconds)
            : null;
    }

    [DllImport("libc", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Found found);

    /// <summary>What of the answer matters, at the places that Linux promises on every processor (statx(2)).</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Found
    {
        [FieldOffset(32)]
        public readonly ulong Inode;

        [FieldOffset(80)]
        public readonly long BirthSeconds;

        [FieldOffset(88)]
        public readonly uint BirthNanoseconds;

        [FieldOffset(136)]
        public readonly uint DeviceMajor;

        [FieldOffset(140)]
        public readonly uint DeviceMinor;
    }
}
