using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Brings the names in a folder to the disk: without it, a power cut can take away a file whose content is there. The
/// framework opens no folders, so that the system is asked. Windows does so by itself.
/// </summary>
internal static class FolderSync
{
    private const int OnlyToRead = 0;

    /// <summary>Waits until the names in the folder are on the disk.</summary>
    /// <exception cref="IOException">They cannot be brought there.</exception>
    public static void WriteThrough(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(open(folder, OnlyToRead), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"The folder {folder} cannot be written through to the disk: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
