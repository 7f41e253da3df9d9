using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Keeps a database open and knows its files. SQLite goes on writing into a file that somebody has deleted, and nobody
/// notices before the next start; as long as it is open, all that was committed can still be saved. Files that are open
/// cannot be deleted on Windows; on macOS they are told from others by the time at which they were made.
/// </summary>
internal sealed class DatabaseHold : IDisposable
{
    private const int BusyMilliseconds = 5000;

    private readonly Lock _using = new();
    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly DatabaseFiles _files;
    private bool _isLetGo;

    private DatabaseHold(string file, SqliteConnection connection, DatabaseFiles files) => (_file, _connection, _files) = (file, connection, files);

    /// <summary>Opens a database that is ready to be used.</summary>
    /// <param name="file">The absolute path of the database file.</param>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    /// <exception cref="IOException">Its files are taken away at this very moment, or those that were are still in use.</exception>
    public static DatabaseHold Take(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            connection.Open();

            // The first read opens the log and its index.
            Ask(connection, "SELECT count(*) FROM sqlite_master");
            Ask(connection, $"PRAGMA busy_timeout={BusyMilliseconds}");
            Ask(connection, "PRAGMA synchronous=FULL");
            var files = DatabaseFiles.Of(file);
            return files is { Main: { } main, Log: { } log, Index: { } index } && AreOpen(main, log, index)
                ? new DatabaseHold(file, connection, files)
                : throw new IOException($"The files of the database {file} are being taken away, or some that were are still in use.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The database file that is open.</summary>
    public FileIdentity Main => _files.Main!;

    /// <summary>Whether the files in their places are those that are open.</summary>
    public bool IsIntact => DatabaseFiles.Of(_file) == _files;

    /// <summary>Whether the database file is, whatever has become of the others.</summary>
    public bool IsMainInPlace => FileIdentity.Of(_file) == _files.Main;

    /// <summary>Whether nobody else in this program has the log open, as far as that can be known.</summary>
    public bool IsAlone => OpenFiles.Count(_files.Log!) is null or <= 1;

    /// <exception cref="IOException">What is written now would be lost.</exception>
    public void RequireIntact()
    {
        if (!IsIntact)
        {
            throw new IOException($"Somebody has deleted, moved or replaced files of the database {_file} while the site uses it.");
        }
    }

    /// <summary>Sees to it that what was just committed is not lost with a file.</summary>
    /// <exception cref="IOException">It may be.</exception>
    public void Keep()
    {
        if (!IsIntact)
        {
            Save();
        }
    }

    /// <summary>Brings everything that was committed into the database file, whatever has become of its log.</summary>
    /// <exception cref="IOException">The database file itself is gone, or others use it for too long.</exception>
    public void Save()
    {
        lock (_using)
        {
            if (_isLetGo || !IsMainInPlace || new FileInfo(_file).Length == 0)
            {
                RequireIntact();
                throw new IOException($"What was written to the database {_file} cannot be saved.");
            }

            if (Ask(_connection, "PRAGMA wal_checkpoint(TRUNCATE)") != "0")
            {
                throw new IOException($"Somebody has taken away files of the database {_file}, and others use it, so that it cannot be saved yet.");
            }
        }
    }

    /// <summary>Copies everything that was committed to another file.</summary>
    /// <exception cref="IOException">It cannot be written, or the database is damaged.</exception>
    /// <exception cref="SqliteException">The database cannot be read, or the disk is full.</exception>
    public void CopyTo(string copy)
    {
        lock (_using)
        {
            DatabaseBackup.Copy(_connection, copy);
        }
    }

    public void Dispose()
    {
        lock (_using)
        {
            _isLetGo = true;
            _connection.Dispose();
        }
    }

    /// <summary>Whether the log and its index are, where that of the database can be seen: not every system shows what is open.</summary>
    private static bool AreOpen(FileIdentity main, FileIdentity log, FileIdentity index) =>
        OpenFiles.Count(main) is null or 0 || (OpenFiles.Count(log) > 0 && OpenFiles.Count(index) > 0);

    private static string? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
