using FacialParalysisSite.Consultations.Alerting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Gives out the database once its tables are there and its commits are safe. Where that cannot be brought about, later
/// calls try again: a disk that was full, a file that was locked or put back from a backup needs no restart.
/// </summary>
/// <param name="file">The absolute path of the database file.</param>
/// <param name="time">By which a failure grows old.</param>
/// <param name="harms">Where it is noted that somebody takes its files away; null where nobody is to be told.</param>
internal sealed class SiteDatabases(string file, TimeProvider time, Harms? harms = null) : IDbContextFactory<SiteDatabase>, IDisposable
{
    /// <summary>
    /// A try can wait for a lock for ten seconds. Who comes in the meantime, or just after, fails with it instead of
    /// waiting for as long again.
    /// </summary>
    private static readonly TimeSpan FailureStands = TimeSpan.FromSeconds(2);

    /// <summary>Saving what somebody has taken away may take long, and each who waits for it blocks a thread.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly string _file = DatabaseFiles.Resolve(file);
    private readonly DbContextOptions<SiteDatabase> _options = OptionsFor(DatabaseFiles.Resolve(file));
    private readonly WriteTurns _turns = new();
    private readonly DatabaseMarker _marker = new(DatabaseFiles.Resolve(file));
    private readonly HarmedDatabase _harmed = new(DatabaseFiles.Resolve(file), time, harms);
    private readonly Lock _preparing = new();
    private Exception? _failure;
    private long _failedAt;

    /// <summary>The files that are prepared; null while none are.</summary>
    private volatile DatabaseHold? _hold;

    /// <summary>Whether there ever was a database while this program ran: then none is begun any more.</summary>
    private bool _isKnown;

    private FileIdentity? _latest;
    private long _length;
    private volatile int _generation;

    /// <summary>Grows each time that another file takes the place of the one before: what was remembered of that one is not in this.</summary>
    public int Generation => _generation;

    /// <exception cref="System.Data.Common.DbException">The file cannot be opened, is damaged, or is no database.</exception>
    /// <exception cref="IOException">The file is lost or damaged, the file system cannot keep commits safe, or a try that failed a moment ago still stands.</exception>
    public SiteDatabase CreateDbContext()
    {
        // Without this, somebody who deletes or replaces a file would leave the site writing to one that nobody sees.
        var hold = _hold;
        return new SiteDatabase(_options, _turns, hold is { IsIntact: true } ? hold : Prepare());
    }

    /// <summary>Looks for damage, which may come about at any time. Where there is some, nobody gets the database until it is mended.</summary>
    /// <exception cref="System.Data.Common.DbException">See <see cref="CreateDbContext"/>.</exception>
    /// <exception cref="IOException">See <see cref="CreateDbContext"/>.</exception>
    public void Check()
    {
        lock (_preparing)
        {
            PrepareNow();
        }
    }

    /// <summary>The same, as long as nothing that is quickly seen says otherwise, at next to no cost.</summary>
    /// <exception cref="System.Data.Common.DbException">See <see cref="CreateDbContext"/>.</exception>
    /// <exception cref="IOException">See <see cref="CreateDbContext"/>.</exception>
    public void CheckSigns()
    {
        using var database = CreateDbContext();
        try
        {
            _marker.RequireNotLost(isKnown: true);
            _marker.Set();

            // Not opened before: that would read from a harmed log, and fail without a word of it.
            database.Hold!.RequireLog((SqliteConnection)database.Database.GetDbConnection());
            RequireLength();
            SqliteStorage.RequireSigns(database);
            database.Hold!.Settle();
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            Check();
        }

        lock (_preparing)
        {
            _harmed.SaveRest();
        }
    }

    /// <summary>SQLite knows the length by heart as long as the log is open. It makes the file shorter only where something was wiped.</summary>
    /// <exception cref="IOException">It may be cut off.</exception>
    private void RequireLength()
    {
        var (before, now) = (Volatile.Read(ref _length), new FileInfo(_file).Length);
        Volatile.Write(ref _length, now);
        if (now < before)
        {
            throw new IOException("The database has become shorter.");
        }
    }

    /// <summary>Saves what somebody has taken away just before the end, and lets the files go.</summary>
    public void Dispose()
    {
        lock (_preparing)
        {
            using var database = new SiteDatabase(_options, _turns);
            try
            {
                SaveHarmed(database);

                // The last one to let go writes the log into the database, and deletes it.
                SqliteStorage.Forget(database);
            }
            catch (Exception fault) when (fault.IsOfStorage())
            {
                harms?.NoteHarm($"The site stops, and what was written to {_file} could not be saved: {fault.GetBaseException().Message}");
                SqliteStorage.Forget(database);
                _hold?.Abandon();
            }

            _hold?.Dispose();
            _hold = null;
            _harmed.Dispose();
        }
    }

    private DatabaseHold Prepare()
    {
        // At a start there is nothing yet to answer with.
        if (!_preparing.TryEnter(_isKnown ? LongestWait : Timeout.InfiniteTimeSpan))
        {
            throw new IOException("The database is being looked at or saved, which takes long.");
        }

        try
        {
            if (_hold is { IsIntact: true } hold)
            {
                return hold;
            }

            if (_failure is not null && time.GetElapsedTime(_failedAt) < FailureStands)
            {
                throw new IOException("The database could not be used a moment ago.", _failure);
            }

            return PrepareNow();
        }
        finally
        {
            _preparing.Exit();
        }
    }

    private DatabaseHold PrepareNow()
    {
        using var database = new SiteDatabase(_options, _turns);
        try
        {
            SaveHarmed(database);
            SqliteStorage.Forget(database);
            _marker.RequireNotLost(_isKnown);
            var isNew = !_marker.IsThere;
            KeepFromOthers();
            SqliteStorage.Prepare(database, _isKnown || _marker.IsSet);
            _marker.Set();
            if (isNew)
            {
                harms?.NoteNewDatabase(_file);
            }

            var hold = _hold ?? DatabaseHold.Take(_file);
            if (hold.Main != _latest)
            {
                (_latest, _generation) = (hold.Main, _generation + 1);
            }

            (_isKnown, _failure, _length) = (true, null, new FileInfo(_file).Length);
            return _hold = hold;
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // What is found after a failure may be a backup, even where it has been copied over the same file.
            (_latest, _failure, _failedAt) = (null, fault, time.GetTimestamp());
            if (_hold is { IsIntact: true })
            {
                _hold.Dispose();
                _hold = null;
            }

            SqliteStorage.Forget(database);
            throw;
        }
    }

    /// <exception cref="IOException">It is not saved yet, and what is in it stays open.</exception>
    private void SaveHarmed(SiteDatabase database)
    {
        NoticeHarmedLog(database);
        if (_hold is { IsIntact: false } harmed)
        {
            _harmed.Save(harmed, () => SqliteStorage.Forget(database));
            _hold = null;
        }
    }

    /// <summary>Whatever comes next may close the last connection, which writes the log into the file, or read what is in it.</summary>
    private void NoticeHarmedLog(SiteDatabase database)
    {
        if (_hold is { IsIntact: true } hold)
        {
            try
            {
                hold.RequireLog((SqliteConnection)database.Database.GetDbConnection());
            }
            catch (Exception fault) when (fault.IsOfStorage())
            {
                // The files are not intact any more, or it is found below.
            }
        }
    }

    /// <summary>Only the site's user may read it, whatever the folder allows. SQLite gives its log the same rights.</summary>
    private void KeepFromOthers()
    {
        if (File.Exists(_file))
        {
            PrivateFiles.Restrict(_file);
        }
        else
        {
            PrivateFiles.Create(_file).Dispose();
        }
    }

    private static DbContextOptions<SiteDatabase> OptionsFor(string file)
    {
        var options = new DbContextOptionsBuilder<SiteDatabase>();
        SqliteStorage.Use(options, file);
        return options.Options;
    }
}
