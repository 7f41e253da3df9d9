using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>Tells what the clinic has not got yet. Receipts are left out: nobody at the clinic waits for them.</summary>
internal sealed class OutboxBacklog(IDbContextFactory<SiteDatabase> databases)
{
    /// <summary>Looks at the mails to the clinic.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<ClinicBacklog> LookAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        // The states are named one by one because their index serves a list of them, but not "all except sent".
        var states = await database.Outbox
            .Where(row => row.State == OutboxState.Pending || row.State == OutboxState.Sending || row.State == OutboxState.Abandoned)
            .Where(row => row.Kind == MailKind.Request || row.Kind == MailKind.Correction)
            .GroupBy(row => row.State)
            .Select(group => new { State = group.Key, Count = group.Count(), Oldest = group.Min(row => row.CreatedAt) })
            .ToListAsync(cancellationToken);
        var waiting = states.Where(state => state.State != OutboxState.Abandoned).ToList();
        return new ClinicBacklog(
            waiting.Sum(state => state.Count),
            waiting.Min(state => (DateTimeOffset?)state.Oldest),
            states.Where(state => state.State == OutboxState.Abandoned).Sum(state => state.Count));
    }
}

/// <summary>Mails to the clinic that it has not got.</summary>
/// <param name="Waiting">How many are still to be sent or being sent.</param>
/// <param name="OldestSince">When the oldest of those came to be owed; null where there is none.</param>
/// <param name="Abandoned">How many were given up.</param>
internal sealed record ClinicBacklog(int Waiting, DateTimeOffset? OldestSince, int Abandoned);
