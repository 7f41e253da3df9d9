using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>Copies the database while it is used: the copy is as it was at one moment, and whole.</summary>
internal static class DatabaseBackup
{
    private const string Unfinished = ".unfinished-backup";

    /// <summary>No backup that still runs writes nothing for so long.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromHours(1);

    /// <summary>Copies a database to a file that is there only once it is complete and without fault.</summary>
    /// <param name="database">The database file.</param>
    /// <param name="copy">The file to make, readable by its owner alone.</param>
    /// <exception cref="IOException">The file is there already, cannot be written, or the database is damaged.</exception>
    /// <exception cref="SqliteException">The database cannot be read, or the disk is full.</exception>
    public static void Copy(string database, string copy)
    {
        new DatabaseMarker(DatabaseFiles.Resolve(database)).RequireNotLost();
        using var source = Open(database, SqliteOpenMode.ReadWrite);
        Copy(source, copy);
    }

    /// <summary>The same for a database that is open already.</summary>
    public static void Copy(SqliteConnection source, string copy)
    {
        if (Path.Exists(copy))
        {
            throw new IOException($"{copy} is there already. Nothing is overwritten; give another name.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(copy))!;
        var unfinished = $"{copy}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            ForgetStale(folder);
            PrivateFiles.Create(unfinished).Dispose();
            CopyPages(source, unfinished);
            RequireTables(unfinished);
            WriteThrough(unfinished);
            File.Move(unfinished, copy, overwrite: false);
            FolderSync.WriteThrough(folder);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>A backup that was killed leaves a part of what patients wrote, which nobody would delete on its day.</summary>
    private static void ForgetStale(string folder)
    {
        var before = DateTime.UtcNow - Stale;
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Unfinished}*").Where(file => File.GetLastWriteTimeUtc(file) < before).ToList())
        {
            File.Delete(file);
        }
    }

    private static void CopyPages(SqliteConnection source, string unfinished)
    {
        using var target = Open(unfinished, SqliteOpenMode.ReadWrite);
        source.BackupDatabase(target);

        // The copy says of itself that it has a write-ahead log, which would lie in a second file as soon as it is opened.
        Ask(target, "PRAGMA journal_mode=DELETE");
        if (Ask(target, "PRAGMA integrity_check(1)") is var found && found != "ok")
        {
            throw new IOException($"The database is damaged, and no backup was made: {found?.ReplaceLineEndings(" ")}");
        }
    }

    /// <exception cref="IOException">It lacks a table, so that it would be a copy of nothing.</exception>
    private static void RequireTables(string file)
    {
        var options = new DbContextOptionsBuilder<SiteDatabase>().UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        using var database = new SiteDatabase(options.Options, new WriteTurns());
        SqliteStorage.RequireTables(database);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void WriteThrough(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
