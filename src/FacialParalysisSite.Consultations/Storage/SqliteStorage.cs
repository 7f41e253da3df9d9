using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Everything that is particular to SQLite. A commit is on the disk before it returns: write-ahead log, and
/// <c>synchronous=FULL</c>, so that a power cut after a "thank you" loses nothing. What is deleted is overwritten
/// (<c>secure_delete</c>), and nothing is written to temporary files.
/// </summary>
internal static class SqliteStorage
{
    /// <summary>How long a writer waits for another one before it gives up.</summary>
    private const int BusySeconds = 5;

    // The number that SQLite keeps for a program (user_version); a migration sets it to owed.
    private const string ErasureDone = "0";
    private const string ErasureOwed = "1";
    private const string ErasureInLog = "3";

    /// <summary>From here on: an erasure has begun, and its number tells it from that of another program.</summary>
    private const int FirstBegun = 16;

    /// <summary>Opens the file and never makes it: one that was lost a moment ago must not be begun anew.</summary>
    public static void Use(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = BusySeconds, ForeignKeys = true }.ToString())
            .AddInterceptors(ConnectionSettings.Instance);

    /// <summary>Looks for damage, makes or updates the tables and sees to it that commits are safe.</summary>
    /// <param name="database">The database.</param>
    /// <param name="isKnown">Whether it was used before: then it has tables.</param>
    /// <exception cref="IOException">It is damaged, lacks tables, or the file system cannot keep commits safe.</exception>
    /// <exception cref="SqliteException">The file cannot be opened, is damaged or is no database.</exception>
    public static void Prepare(SiteDatabase database, bool isKnown = false)
    {
        database.Database.OpenConnection();
        try
        {
            RequireSound(database);
            if (isKnown && !database.Database.GetAppliedMigrations().Any())
            {
                throw new IOException("The database has none of the tables that were made in it. Bring back the last backup.");
            }

            Require(database, "journal_mode=WAL", "journal_mode", "wal");
            Migrate(database);
            RequireTables(database);
            Require(database, "synchronous=FULL", "synchronous", "2");
        }
        finally
        {
            database.Database.CloseConnection();
        }
    }

    /// <summary>
    /// Looks for damage where that costs little: at the first page, the length of the file and the names of the tables, as
    /// they are on the disk. It takes a connection of its own, because others remember pages.
    /// </summary>
    /// <exception cref="IOException">A table is missing.</exception>
    /// <exception cref="SqliteException">The file cannot be opened, is damaged or is no database.</exception>
    public static void RequireSigns(SiteDatabase database)
    {
        using var fresh = new SqliteConnection(new SqliteConnectionStringBuilder(database.Database.GetConnectionString()) { Pooling = false }.ToString());
        fresh.Open();
        LeaveLogAtClose(fresh);
        database.Database.SetDbConnection(fresh);
        RequireTables(database);
    }

    /// <summary>Closes what is still open of a file, so that the next connection opens the file that is there now.</summary>
    public static void Forget(SiteDatabase database) => SqliteConnection.ClearPool((SqliteConnection)database.Database.GetDbConnection());

    /// <summary>
    /// Notes, in the transaction that wipes something, that the file still has to be rid of it. Overwriting by
    /// <c>secure_delete</c> is not enough: where a page is laid out anew, bits of old rows stay in its gaps.
    /// </summary>
    public static void OweErasure(SiteDatabase database) => Run(database.Database.GetDbConnection(), $"PRAGMA user_version={ErasureOwed}", database.Database.CurrentTransaction);

    /// <summary>Writes the file anew without what was wiped, and empties the write-ahead log, where that is owed.</summary>
    /// <returns>False where somebody held the log, so that it is still owed.</returns>
    /// <exception cref="SqliteException">The database is locked.</exception>
    /// <exception cref="IOException">The disk has no room for a second copy of it.</exception>
    public static bool Erase(SiteDatabase database)
    {
        database.Database.OpenConnection();
        try
        {
            var connection = database.Database.GetDbConnection();
            var mark = Run(connection, "PRAGMA user_version");
            if (mark == ErasureDone)
            {
                return true;
            }

            database.Hold?.RequireLog((SqliteConnection)connection);

            // Once is enough: each time adds a whole copy to a log that somebody holds.
            if (mark != ErasureInLog)
            {
                RequireRoomForCopy(connection);
                var begun = RandomNumberGenerator.GetInt32(FirstBegun, int.MaxValue).ToString(CultureInfo.InvariantCulture);
                Run(connection, $"PRAGMA user_version={begun}");
                Run(connection, "VACUUM");
                Move(database, begun, ErasureInLog);
            }

            if (Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)") != "0")
            {
                return false;
            }

            Move(database, ErasureInLog, ErasureDone);
            return Run(connection, "PRAGMA user_version") == ErasureDone;
        }
        finally
        {
            database.Database.CloseConnection();
        }
    }

    /// <summary>A try that would fill the disk must not begin: meanwhile nobody could be served.</summary>
    private static void RequireRoomForCopy(DbConnection connection)
    {
        // What the file will be: much of it may still be in the log.
        var needed = 2 * long.Parse(Run(connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")!, CultureInfo.InvariantCulture);
        if (new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(connection.DataSource))!).AvailableFreeSpace is var free && free < needed)
        {
            throw new IOException($"The database cannot be written anew without what was wiped: that needs {needed / RoomLimits.Megabyte} MB of the disk, and {free / RoomLimits.Megabyte} MB are free.");
        }
    }

    /// <summary>Goes on to the next mark. Whatever was wiped meanwhile, by another program too, has set the first again, and it stays.</summary>
    private static void Move(SiteDatabase database, string from, string to)
    {
        using var transaction = database.Database.BeginTransaction();
        if (Run(database.Database.GetDbConnection(), "PRAGMA user_version", transaction) == from)
        {
            Run(database.Database.GetDbConnection(), $"PRAGMA user_version={to}", transaction);
        }

        transaction.Commit();
    }

    /// <exception cref="IOException">A page is damaged.</exception>
    private static void RequireSound(SiteDatabase database)
    {
        if (Run(database.Database.GetDbConnection(), "PRAGMA quick_check(1)") is var found && found != "ok")
        {
            throw new IOException($"The database is damaged: {found?.ReplaceLineEndings(" ")}. Leave it as it is, stop the site and bring back the last backup.");
        }
    }

    /// <exception cref="IOException">A table is missing.</exception>
    public static void RequireTables(SiteDatabase database)
    {
        var there = database.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table'").ToHashSet(StringComparer.Ordinal);
        if (database.Model.GetEntityTypes().Select(type => type.GetTableName()).FirstOrDefault(table => !there.Contains(table!)) is { } missing)
        {
            throw new IOException($"The database lacks the table {missing}. Leave it as it is, stop the site and bring back the last backup.");
        }
    }

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

    private static string? Run(DbConnection connection, string command, IDbContextTransaction? transaction = null)
    {
        using var statement = connection.CreateCommand();
        statement.Transaction = transaction?.GetDbTransaction();
        statement.CommandText = command;
        return Convert.ToString(statement.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The last connection of a file would write the log in its place into it, also where somebody has just put another
    /// file there. <see cref="DatabaseHold"/> does so while the two belong together.
    /// </summary>
    public static void LeaveLogAtClose(SqliteConnection connection) => raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);

    /// <summary>
    /// These settings belong to a connection, so every connection gets them: nothing of the log is written into the file
    /// before it was looked at, which <see cref="DatabaseHold.Settle"/> does every few seconds. They open the log, too: where the files are
    /// the right ones afterwards, they are those of the connection. Once is enough: a connection comes out of the pool as it
    /// went into it, with its files still open.
    /// </summary>
    private sealed class ConnectionSettings : DbConnectionInterceptor
    {
        private static readonly string All =
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit={WriteAheadLog.UsualBytes}");

        private static readonly ConditionalWeakTable<sqlite3, object> Made = [];

        public static ConnectionSettings Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            var opened = (SqliteConnection)connection;
            if (!Made.TryGetValue(opened.Handle!, out _))
            {
                LeaveLogAtClose(opened);
                Run(connection, All);
                Made.AddOrUpdate(opened.Handle!, this);
            }

            (eventData.Context as SiteDatabase)?.Hold?.RequireIntact();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
