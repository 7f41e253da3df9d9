using System.Collections.Concurrent;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>
/// Remembers what was told, over restarts. The memory is what counts, and the table a copy of it: where the database is
/// the fault, nothing is told twice all the same as long as the program runs.
/// </summary>
internal sealed class AlertMemory(IDbContextFactory<SiteDatabase> databases)
{
    // A disk that hangs may end its work at any time, beside whoever has not waited for it.
    private readonly ConcurrentDictionary<(AlertKind Kind, string Channel), StoredAlert> _told = [];
    private volatile bool _isLoaded;
    private volatile bool _isSaved = true;

    public bool IsTold(AlertKind kind) => _told.Keys.Any(key => key.Kind == kind);

    public StoredAlert? Find(AlertKind kind, string channel) => _told.GetValueOrDefault((kind, channel));

    public void Note(StoredAlert alert) => (_told[(alert.Kind, alert.Channel)], _isSaved) = (alert, false);

    public void Forget(AlertKind kind, string channel) => _isSaved &= !_told.TryRemove((kind, channel), out _);

    /// <summary>Reads once what an earlier run of the program told. What this one has told meanwhile goes before it.</summary>
    /// <param name="channels">Those that there are: what was told by others is forgotten.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task LoadAsync(IReadOnlyCollection<string> channels, CancellationToken cancellationToken)
    {
        if (_isLoaded)
        {
            return;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var stored = await database.Alerts.AsNoTracking().ToListAsync(cancellationToken);
        foreach (var alert in stored.Where(alert => channels.Contains(alert.Channel)))
        {
            _told.TryAdd((alert.Kind, alert.Channel), alert);
        }

        _isSaved &= stored.TrueForAll(alert => channels.Contains(alert.Channel));
        _isLoaded = true;
    }

    /// <summary>Writes what has changed. Before <see cref="LoadAsync"/> it would take away what is not known yet, and writes nothing.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_isSaved || !_isLoaded)
        {
            return;
        }

        // What is noted meanwhile is written the next time.
        _isSaved = true;
        var told = _told.Values.ToList();
        var isCommitted = false;
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.BeginWriteAsync(cancellationToken);
            await database.Alerts.ExecuteDeleteAsync(cancellationToken);
            database.Alerts.AddRange(told);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
            isCommitted = true;
        }
        finally
        {
            _isSaved &= isCommitted;
        }
    }
}
