using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>Tells what the clinic has not got yet. Receipts are left out: nobody at the clinic waits for them.</summary>
internal sealed class OutboxBacklog(IDbContextFactory<SiteDatabase> databases, TimeProvider time)
{
    private readonly WaitingAge _age = new(time);

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
            waiting.Sum(state => state.Count), oldest, _age.Of(oldest), states.Where(state => state.State == OutboxState.Abandoned).Sum(state => state.Count));
    }

    /// <summary>The mails to the clinic that were given up; null where there is none.</summary>
    /// <param name="named">How many requests are named at most.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<AbandonedMails?> FindAbandonedAsync(int named, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mails = database.Outbox.Where(row => row.State == OutboxState.Abandoned && (row.Kind == MailKind.Request || row.Kind == MailKind.Correction));
        var count = await mails.CountAsync(cancellationToken);
        if (count == 0)
        {
            return null;
        }

        // A moment of the future is one of a clock that was ahead.
        var now = time.GetUtcNow();
        var newest = await mails.Where(row => row.NextAttemptAt <= now).MaxAsync(row => (DateTimeOffset?)row.NextAttemptAt, cancellationToken);
        var reached = await mails.CountAsync(row => row.DeliveredTo != "", cancellationToken);
        var references = await mails.Join(database.Requests, mail => mail.RequestId, request => request.Id, (mail, request) => new { mail.CreatedAt, request.Reference })
            .OrderBy(mail => mail.CreatedAt).Select(mail => mail.Reference).Take(named).ToListAsync(cancellationToken);
        return new AbandonedMails(count, reached, newest, references);
    }
}

/// <summary>Mails to the clinic that it has not got.</summary>
/// <param name="Waiting">How many are still to be sent or being sent.</param>
/// <param name="OldestSince">When the oldest of those came to be owed; null where there is none.</param>
/// <param name="Age">How long that one has waited; zero where there is none.</param>
/// <param name="Abandoned">How many were given up.</param>
internal sealed record ClinicBacklog(int Waiting, DateTimeOffset? OldestSince, TimeSpan Age, int Abandoned);

/// <summary>Mails to the clinic that were given up.</summary>
/// <param name="Count">How many.</param>
/// <param name="Reached">How many of them some of the clinic's addresses have got.</param>
/// <param name="NewestAt">When the last of them was; null where a wrong clock has it.</param>
/// <param name="References">The requests of the oldest.</param>
internal sealed record AbandonedMails(int Count, int Reached, DateTimeOffset? NewestAt, IReadOnlyList<string> References);
