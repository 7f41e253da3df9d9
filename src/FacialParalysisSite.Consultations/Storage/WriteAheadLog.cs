using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// The write-ahead log in its place. SQLite knows logs by their name alone: it would write the old pages of a strange one
/// over newer ones, and the zeros in one that was emptied.
/// </summary>
internal static class WriteAheadLog
{
    /// <summary>What SQLite lets it grow to by itself: a thousand pages of 4 KB. It is brought into the database then, and cut to this length.</summary>
    public const long UsualBytes = 4_096_000;

    /// <summary>
    /// Whether it is still one. An empty one is right only where SQLite expects nothing in it; that is asked for twice,
    /// because another program may have emptied it rightly in between.
    /// </summary>
    /// <param name="database">The absolute path of the database file.</param>
    /// <param name="user">Who has this log open.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool IsSound(string database, SqliteConnection user)
    {
        var log = database + "-wal";
        try
        {
            return LengthOf(log) > 0
                ? BeginsAsOne(log) || LengthOf(log) == 0 || BeginsAsOne(log)
                : !IsExpectedBy(user) || LengthOf(log) > 0 || !IsExpectedBy(user);
        }
        catch (SqliteException)
        {
            // What SQLite expects in it cannot be read.
            return false;
        }
    }

    /// <summary>Takes it away from its place, with its index. What is in it is kept under another name.</summary>
    /// <param name="database">The absolute path of the database file.</param>
    /// <returns>The new name; null where nothing was in it.</returns>
    /// <exception cref="IOException">It cannot be taken away.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static string? SetAside(string database)
    {
        var log = database + "-wal";
        string? aside = null;
        if (LengthOf(log) > 0)
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

    /// <summary>Whether SQLite knows of something in it. Where all of it is there, this writes it into the database.</summary>
    private static bool IsExpectedBy(SqliteConnection user)
    {
        using var command = user.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        using var answer = command.ExecuteReader();
        return answer.Read() && answer.GetInt32(1) > 0;
    }

    /// <summary>Whether it begins as every log does that has something in it: not where somebody has emptied it and others wrote on.</summary>
    private static bool BeginsAsOne(string log)
    {
        Span<byte> start = stackalloc byte[4];
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start is [0x37, 0x7f, 0x06, 0x82 or 0x83];
    }

    /// <summary>Its length in bytes; 0 where there is none.</summary>
    public static long LengthOf(string log) => new FileInfo(log) is { Exists: true } there ? there.Length : 0;
}
