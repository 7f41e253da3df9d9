using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Gives out the database once its tables are there and its commits are safe. Where that cannot be brought about, later
/// calls try again: a disk that was full, a file that was locked or put back from a backup needs no restart.
/// </summary>
/// <param name="file">The absolute path of the database file.</param>
/// <param name="time">By which a failure grows old.</param>
internal sealed class SiteDatabases(string file, TimeProvider time) : IDbContextFactory<SiteDatabase>
{
    /// <summary>
    /// A try can wait for a lock for ten seconds. Who comes in the meantime, or just after, fails with it instead of
    /// waiting for as long again.
    /// </summary>
    private static readonly TimeSpan FailureStands = TimeSpan.FromSeconds(2);

    private readonly DbContextOptions<SiteDatabase> _options = OptionsFor(file);
    private readonly WriteTurns _turns = new();
    private readonly DatabaseMarker _marker = new(file);
    private readonly Lock _preparing = new();
    private Exception? _failure;
    private long _failedAt;

    /// <summary>The file that is prepared; null while none is.</summary>
    private volatile FileIdentity? _prepared;

    private FileIdentity? _latest;
    private volatile int _generation;

    /// <summary>Grows each time that another file takes the place of the one before: what was remembered of that one is not in this.</summary>
    public int Generation => _generation;

    /// <exception cref="System.Data.Common.DbException">The file cannot be opened, is damaged, or is no database.</exception>
    /// <exception cref="IOException">The file is lost or damaged, the file system cannot keep commits safe, or a try that failed a moment ago still stands.</exception>
    public SiteDatabase CreateDbContext()
    {
        // Without this, somebody who deletes or replaces the file would leave the site writing to one that nobody sees.
        if (_prepared is not { } prepared || prepared != FileIdentity.Of(file))
        {
            Prepare();
        }

        return new SiteDatabase(_options, _turns);
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

    private void Prepare()
    {
        lock (_preparing)
        {
            if (_prepared is { } prepared && prepared == FileIdentity.Of(file))
            {
                return;
            }

            if (_failure is not null && time.GetElapsedTime(_failedAt) < FailureStands)
            {
                throw new IOException("The database could not be used a moment ago.", _failure);
            }

            PrepareNow();
        }
    }

    private void PrepareNow()
    {
        using var database = new SiteDatabase(_options, _turns);
        try
        {
            SqliteStorage.Forget(database);
            _marker.RequireNotLost();
            KeepFromOthers();
            SqliteStorage.Prepare(database, _marker.IsSet);
            _marker.Set();
            var identity = FileIdentity.Of(file);
            if (identity != _latest)
            {
                (_latest, _generation) = (identity, _generation + 1);
            }

            (_prepared, _failure) = (identity, null);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // What is found after a failure may be a backup, even where it has been copied over the same file.
            (_prepared, _latest, _failure, _failedAt) = (null, null, fault, time.GetTimestamp());
            SqliteStorage.Forget(database);
            throw;
        }
    }

    /// <summary>Only the site's user may read it, whatever the folder allows. SQLite gives its log the same rights.</summary>
    private void KeepFromOthers()
    {
        if (File.Exists(file))
        {
            PrivateFiles.Restrict(file);
        }
        else
        {
            PrivateFiles.Create(file).Dispose();
        }
    }

    private static DbContextOptions<SiteDatabase> OptionsFor(string file)
    {
        var options = new DbContextOptionsBuilder<SiteDatabase>();
        SqliteStorage.Use(options, file);
        return options.Options;
    }
}
