using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>Tells what the clinic has not got yet. Receipts are left out: nobody at the clinic waits for them.</summary>
internal sealed class OutboxBacklog(IDbContextFactory<SiteDatabase> databases, TimeProvider time)
{
    private readonly Lock _comparing = new();
    private (DateTimeOffset Since, long SeenAt)? _oldest;

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
        var oldest = waiting.Min(state => (DateTimeOffset?)state.Oldest);
        return new ClinicBacklog(
            waiting.Sum(state => state.Count), oldest, AgeOf(oldest), states.Where(state => state.State == OutboxState.Abandoned).Sum(state => state.Count));
    }

    /// <summary>The references of the requests whose mails to the clinic have waited longest.</summary>
    /// <param name="areAbandoned">Of those that were given up instead.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<IReadOnlyList<string>> ReferencesAsync(bool areAbandoned, int limit, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mails = areAbandoned
            ? database.Outbox.Where(row => row.State == OutboxState.Abandoned)
            : database.Outbox.Where(row => row.State == OutboxState.Pending || row.State == OutboxState.Sending);
        return await mails.Where(row => row.Kind == MailKind.Request || row.Kind == MailKind.Correction)
            .Join(database.Requests, mail => mail.RequestId, request => request.Id, (mail, request) => new { mail.CreatedAt, request.Reference })
            .OrderBy(mail => mail.CreatedAt).Select(mail => mail.Reference).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// How long the oldest has waited: by the time of day, or by how long it has been seen here where that is longer. A
    /// clock that was set back makes a mail one of the future, and it would be late only when that has come.
    /// </summary>
    private TimeSpan AgeOf(DateTimeOffset? oldest)
    {
        lock (_comparing)
        {
            if (oldest is not { } since)
            {
                _oldest = null;
                return TimeSpan.Zero;
            }

            if (_oldest?.Since != since)
            {
                _oldest = (since, time.GetTimestamp());
            }

            var (byClock, seen) = (time.GetUtcNow() - since, time.GetElapsedTime(_oldest.Value.SeenAt));
            return byClock > seen ? byClock : seen;
        }
    }
}

/// <summary>Mails to the clinic that it has not got.</summary>
/// <param name="Waiting">How many are still to be sent or being sent.</param>
/// <param name="OldestSince">When the oldest of those came to be owed; null where there is none.</param>
/// <param name="Age">How long that one has waited; zero where there is none.</param>
/// <param name="Abandoned">How many were given up.</param>
internal sealed record ClinicBacklog(int Waiting, DateTimeOffset? OldestSince, TimeSpan Age, int Abandoned);
