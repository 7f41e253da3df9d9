using System.Data;
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
    private readonly FileIdentity? _folder;
    private bool _isLetGo;
    private volatile bool _isBroken;

    private DatabaseHold(string file, SqliteConnection connection, DatabaseFiles files) =>
        (_file, _connection, _files, _folder) = (file, connection, files, FileIdentity.OfTarget(Path.GetDirectoryName(file)!));

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

    /// <summary>Whether the files in their places are those that are open, and nobody has emptied one.</summary>
    public bool IsIntact => !_isBroken && DatabaseFiles.Of(_file) == _files && !IsEmptied;

    /// <summary>Whether the database file is, whatever has become of the others.</summary>
    public bool IsMainInPlace => FileIdentity.Of(_file) == _files.Main;

    /// <summary>Whether somebody has emptied the file in its place.</summary>
    public bool IsEmptied => new FileInfo(_file) is { Exists: true, Length: 0 };

    /// <summary>Whether a file was found emptied or overwritten: the log must not be written into the database any more.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>Whether the folder lies on another disk than before: one was mounted over it, or taken away.</summary>
    public bool IsOnAnotherDisk => FileIdentity.OfTarget(Path.GetDirectoryName(_file)!) is { } folder && folder.Device != _folder?.Device;

    /// <summary>Whether nobody else in this program has the log open, as far as that can be known.</summary>
    public bool IsAlone => OpenFiles.Count(_files.Log!) is null or <= 1;

    /// <summary>Under which name a log is kept that lay in the wrong place; null where there was none.</summary>
    public string? LogAside { get; private set; }

    /// <summary>A copy that could be made of what a connection remembered of a lost log; null where there is none.</summary>
    public string? Rescued { get; private set; }

    /// <exception cref="IOException">What is written now would be lost.</exception>
    public void RequireIntact()
    {
        if (!IsIntact)
        {
            throw new IOException($"Somebody has deleted, moved or replaced files of the database {_file} while the site uses it.");
        }
    }

    /// <summary>Sees to it that what was just committed is not lost with a file.</summary>
    /// <param name="writer">The connection that has committed it, and may remember what is lost on the disk.</param>
    /// <exception cref="IOException">It may be.</exception>
    /// <exception cref="SqliteException">The same.</exception>
    public void Keep(SqliteConnection writer)
    {
        RequireLog(writer);
        if (!IsIntact)
        {
            Save();
        }
        else if (WriteAheadLog.LengthOf(_file + "-wal") > WriteAheadLog.UsualBytes)
        {
            // The one moment at which nobody else writes: SQLite begins the log anew only where all of it is in the file.
            Settle();
        }
    }

    /// <summary>Looks whether the log is still one. Where it is not, nothing of it is used any more; what a connection remembers of it is copied.</summary>
    /// <param name="user">A connection that has lately used the database.</param>
    /// <exception cref="IOException">Somebody has emptied or overwritten it.</exception>
    public void RequireLog(SqliteConnection user)
    {
        lock (_using)
        {
            if (_isLetGo || FileIdentity.Of(_file + "-wal") != _files.Log || WriteAheadLog.IsSound(_file, _connection))
            {
                return;
            }

            if (Break())
            {
                Rescue(user);
            }

            throw new IOException($"Somebody has emptied or overwritten {_file}-wal while the site uses it.");
        }
    }

    /// <summary>Brings what is in the log into the database file, as far as nobody who reads is disturbed: then little is lost with the log.</summary>
    public void Settle()
    {
        lock (_using)
        {
            try
            {
                if (!_isLetGo && IsIntact && WriteAheadLog.IsSound(_file, _connection))
                {
                    Ask(_connection, "PRAGMA wal_checkpoint(PASSIVE)");
                }
            }
            catch (Exception fault) when (fault.IsOfStorage())
            {
                // What is in the log stays there, and is committed all the same.
            }
        }
    }

    /// <summary>Brings everything that was committed into the database file, whatever has become of its log.</summary>
    /// <exception cref="IOException">The database file itself is gone or emptied, or others use it for too long.</exception>
    /// <exception cref="SqliteException">It cannot be written.</exception>
    public void Save()
    {
        lock (_using)
        {
            if (_isLetGo || _isBroken || !IsMainInPlace || IsEmptied)
            {
                RequireIntact();
                throw new IOException($"What was written to the database {_file} cannot be saved.");
            }

            RequireLog(_connection);

            // A strange one would be written over what is saved now, even where the program is killed in a moment.
            if (FileIdentity.Of(_file + "-wal") is { } log && log != _files.Log)
            {
                LogAside = WriteAheadLog.SetAside(_file) ?? LogAside;
            }

            if (Ask(_connection, "PRAGMA wal_checkpoint(TRUNCATE)") != "0")
            {
                throw new IOException($"Somebody has taken away files of the database {_file}, and others use it, so that it cannot be saved yet.");
            }
        }
    }

    /// <summary>Notes that the log and the database in its place do not belong together any more.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Break()
    {
        lock (_using)
        {
            var isNew = !_isBroken;
            _isBroken = true;
            return isNew;
        }
    }

    /// <summary>Takes the log, or what is left of it, away from a place where it would be written over another database.</summary>
    /// <exception cref="IOException">It cannot be taken away.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void TakeLogAway()
    {
        lock (_using)
        {
            var there = DatabaseFiles.Of(_file);
            if (there.Log == _files.Log)
            {
                // The file may only have been moved, and is whole by itself then.
                if (!_isBroken && WriteAheadLog.IsSound(_file, _connection))
                {
                    TryAsk("PRAGMA wal_checkpoint(TRUNCATE)");
                }

                LogAside = WriteAheadLog.SetAside(_file) ?? LogAside;
            }
            else if (there.Index == _files.Index)
            {
                File.Delete(_file + "-shm");
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

    /// <summary>
    /// Closes it without what SQLite does at the end: it would write the log into the file, and delete the log that lies
    /// in its place, which may be that of another database.
    /// </summary>
    public void Abandon()
    {
        lock (_using)
        {
            if (!_isLetGo)
            {
                SqliteStorage.LeaveLogAtClose(_connection);
            }
        }

        Dispose();
    }

    public void Dispose()
    {
        lock (_using)
        {
            _isLetGo = true;
            _connection.Dispose();
        }
    }

    private void Rescue(SqliteConnection user)
    {
        var copy = new DatabaseMarker(_file).NameSaved(DateTimeOffset.UtcNow);
        var isClosed = user.State == ConnectionState.Closed;
        try
        {
            if (isClosed)
            {
                // This opens the one again that was closed last.
                user.Open();
            }

            DatabaseBackup.Copy(user, copy);
            Rescued = copy;
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // It remembers too little of it.
        }
        finally
        {
            if (isClosed)
            {
                user.Close();
            }
        }
    }

    private void TryAsk(string question)
    {
        try
        {
            Ask(_connection, question);
        }
        catch (SqliteException)
        {
            // What is in the log stays there.
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
