using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>
/// Remembers what was told, over restarts. The memory is what counts, and the table a copy of it: where the database is
/// the fault, nothing is told twice all the same as long as the program runs.
/// </summary>
internal sealed class AlertMemory(IDbContextFactory<SiteDatabase> databases)
{
    private readonly Dictionary<(AlertKind Kind, string Channel), StoredAlert> _told = [];
    private bool _isLoaded;
    private bool _isSaved = true;

    public bool IsTold(AlertKind kind) => _told.Keys.Any(key => key.Kind == kind);

    public StoredAlert? Find(AlertKind kind, string channel) => _told.GetValueOrDefault((kind, channel));

    public void Note(StoredAlert alert) => (_told[(alert.Kind, alert.Channel)], _isSaved) = (alert, false);

    public void Forget(AlertKind kind, string channel) => _isSaved &= !_told.Remove((kind, channel));

    /// <summary>Reads once what an earlier run of the program told. What this one has told meanwhile goes before it.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_isLoaded)
        {
            return;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var alert in await database.Alerts.AsNoTracking().ToListAsync(cancellationToken))
        {
            _told.TryAdd((alert.Kind, alert.Channel), alert);
        }

        _isLoaded = true;
    }

    /// <summary>Writes what has changed; only after <see cref="LoadAsync"/>.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_isSaved)
        {
            return;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Alerts.ExecuteDeleteAsync(cancellationToken);
        database.Alerts.AddRange(_told.Values);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        _isSaved = true;
    }
}
