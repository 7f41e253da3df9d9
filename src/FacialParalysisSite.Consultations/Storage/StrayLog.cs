using System.Globalization;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// A write-ahead log that does not belong to the database beside it. SQLite knows logs by their name alone, and would write
/// the old pages in it over newer ones.
/// </summary>
internal static class StrayLog
{
    /// <summary>Takes it away from its place, with its index. What is in it is kept under another name.</summary>
    /// <param name="database">The absolute path of the database file.</param>
    /// <returns>The new name; null where nothing was in it.</returns>
    /// <exception cref="IOException">It cannot be taken away.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static string? SetAside(string database)
    {
        var log = database + "-wal";
        string? aside = null;
        if (new FileInfo(log) is { Exists: true, Length: > 0 })
        {
            aside = string.Create(CultureInfo.InvariantCulture, $"{log}.found-{DateTime.UtcNow:yyyyMMdd'T'HHmmssfff'Z'}");
            File.Move(log, aside);
            PrivateFiles.Restrict(aside);
        }

        File.Delete(log);
        File.Delete(database + "-shm");
        FolderSync.WriteThrough(Path.GetDirectoryName(database)!);
        return aside;
    }

    /// <summary>Whether a log begins as every log does that has something in it: not where somebody has emptied it and others wrote on.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool BeginsAsOne(string log)
    {
        Span<byte> start = stackalloc byte[4];
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start is [0x37, 0x7f, 0x06, 0x82 or 0x83];
    }
}
