using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bare;

/// <summary>The least that storing can be: one row after the other, each on the disk before the next, as the site's database is set up.</summary>
internal static class RowWriter
{
    /// <summary>About what a request and the mail that it owes are.</summary>
    private const int RowBytes = 2048;

    /// <summary>Prints how many rows it wrote in a second.</summary>
    public static int Run(string file, TimeSpan time)
    {
        using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        database.Open();
        Run(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, words BLOB);");
        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO rows (words) VALUES (randomblob($bytes))";
        insert.Parameters.AddWithValue("$bytes", RowBytes);

        var rows = 0;
        var start = Stopwatch.GetTimestamp();
        for (; Stopwatch.GetElapsedTime(start) < time; rows++)
        {
            insert.ExecuteNonQuery();
        }

        Console.WriteLine((rows / Stopwatch.GetElapsedTime(start).TotalSeconds).ToString("0", CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Run(SqliteConnection database, string text)
    {
        using var command = database.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
