namespace FacialParalysisSite.Consultations.Storage;

/// <summary>What this program has open, also where somebody has deleted or moved it since. Linux alone tells.</summary>
internal static class OpenFiles
{
    private const string Folder = "/proc/self/fd";

    /// <summary>How often a file is open; null where nobody knows.</summary>
    public static int? Count(FileIdentity file) =>
        OperatingSystem.IsLinux() && Directory.Exists(Folder) ? Directory.EnumerateFileSystemEntries(Folder).Count(open => FileIdentity.OfTarget(open) == file) : null;
}
