using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Everything that is particular to SQLite. A commit is on the disk before it returns: write-ahead log, and
/// <c>synchronous=FULL</c>, so that a power cut after a "thank you" loses nothing.
/// </summary>
internal static class SqliteStorage
{
    /// <summary>How long a writer waits for another one before it gives up.</summary>
    private const int BusySeconds = 5;

    public static void Use(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds, ForeignKeys = true }.ToString())
            .AddInterceptors(FullSynchronisation.Instance);

    /// <summary>Makes or updates the tables and sees to it that commits are safe.</summary>
    /// <exception cref="IOException">The file system cannot keep commits safe.</exception>
    /// <exception cref="SqliteException">The file cannot be opened, is damaged or is no database.</exception>
    public static void Prepare(SiteDatabase database)
    {
        database.Database.OpenConnection();
        try
        {
            Require(database, "journal_mode=WAL", "journal_mode", "wal");
            Migrate(database);
            Require(database, "synchronous=FULL", "synchronous", "2");
        }
        finally
        {
            database.Database.CloseConnection();
        }
    }

    /// <summary>Closes what is still open of a file, so that the next connection opens the file that is there now.</summary>
    public static void Forget(SiteDatabase database) => SqliteConnection.ClearPool((SqliteConnection)database.Database.GetDbConnection());

    private static void Migrate(SiteDatabase database)
    {
        if (!database.Database.GetPendingMigrations().Any())
        {
            return;
        }

        // A program that died while it migrated leaves its lock behind, and the next one would wait for it for ever.
        // Two that migrate at once are safe without it: one of them fails and finds everything done at its next try.
        Run(database.Database.GetDbConnection(), "DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        database.Database.Migrate();
    }

    private static void Require(SiteDatabase database, string setting, string name, string expected)
    {
        var connection = database.Database.GetDbConnection();
        Run(connection, "PRAGMA " + setting);
        var actual = Run(connection, "PRAGMA " + name);
        if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new IOException($"The database cannot be used safely here: {name} is {actual} instead of {expected}. Keep Data:Root on a local disk.");
        }
    }

    private static string? Run(DbConnection connection, string command)
    {
        using var statement = connection.CreateCommand();
        statement.CommandText = command;
        return Convert.ToString(statement.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The setting belongs to a connection, so every connection gets it.</summary>
    private sealed class FullSynchronisation : DbConnectionInterceptor
    {
        public static FullSynchronisation Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            Run(connection, "PRAGMA synchronous=FULL");

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Run(connection, "PRAGMA synchronous=FULL");
            return Task.CompletedTask;
        }
    }
}
