using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>The one row that is written to find out whether the database can be.</summary>
internal sealed class WriteTrial
{
    /// <summary>The only id.</summary>
    public const int TheId = 1;

    public int Id { get; init; } = TheId;

    public required DateTimeOffset At { get; set; }

    /// <summary>Writes it and commits.</summary>
    /// <exception cref="System.Data.Common.DbException">The database cannot be written.</exception>
    /// <exception cref="IOException">Others write to it for too long.</exception>
    public static async Task WriteAsync(SiteDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var written = await database.WriteTrials.Where(row => row.Id == TheId)
            .ExecuteUpdateAsync(row => row.SetProperty(trial => trial.At, now), cancellationToken);
        if (written == 0)
        {
            database.WriteTrials.Add(new WriteTrial { At = now });
            await database.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
