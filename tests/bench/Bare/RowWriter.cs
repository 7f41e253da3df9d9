using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bare;

/// <summary>The least that storing can be: one row after the other, each in a transaction that is on the disk before the next, as the site's database is set up.</summary>
internal static class RowWriter
{
    /// <summary>About what a request and the mail that it owes are.</summary>
    private const int RowBytes = 2048;

    /// <summary>As the site does: it brings the log into the database now and then, and not at a commit.</summary>
    private static readonly TimeSpan SettleEvery = TimeSpan.FromSeconds(5);

    /// <summary>Prints how many rows it wrote in a second.</summary>
    public static int Run(string file, TimeSpan time)
    {
        using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        database.Open();
        Run(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 0; CREATE TABLE rows (id INTEGER PRIMARY KEY, words BLOB);");
        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO rows (words) VALUES (randomblob($bytes))";
        insert.Parameters.AddWithValue("$bytes", RowBytes);

        var rows = 0;
        var start = Stopwatch.GetTimestamp();
        var settled = start;
        for (; Stopwatch.GetElapsedTime(start) < time; rows++)
        {
            insert.ExecuteNonQuery();
            if (Stopwatch.GetElapsedTime(settled) > SettleEvery)
            {
                Run(database, "PRAGMA wal_checkpoint(PASSIVE)");
                settled = Stopwatch.GetTimestamp();
            }
        }

        Console.WriteLine((rows / Stopwatch.GetElapsedTime(start).TotalSeconds).ToString("0", CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Prints how many rows a table has, which others may be writing to.</summary>
    public static int Count(string file, string table)
    {
        using var database = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var count = database.CreateCommand();
        count.CommandText = $"SELECT count(*) FROM \"{table}\"";
        Console.WriteLine(Convert.ToString(count.ExecuteScalar(), CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Run(SqliteConnection database, string text)
    {
        using var command = database.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
