using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>
/// Finds the mails to the clinic that should have gone through. Those that cannot be opened are left out: they wait for
/// their key, however long that takes, and would hide that the others are late.
/// </summary>
internal sealed class LateMails(IDbContextFactory<SiteDatabase> databases, TimeProvider time)
{
    private readonly WaitingAge _age = new(time);

    /// <summary>The mails that wait, where the one that has waited longest is late; else null.</summary>
    /// <param name="closed">The mails that cannot be opened.</param>
    /// <param name="late">A mail that has waited for longer is late.</param>
    /// <param name="named">How many requests are named at most.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<LateBacklog?> FindAsync(IReadOnlySet<Guid> closed, TimeSpan late, int named, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = (await database.Outbox
            .Where(row => row.State == OutboxState.Pending || row.State == OutboxState.Sending)
            .Where(row => row.Kind == MailKind.Request || row.Kind == MailKind.Correction)
            .OrderBy(row => row.CreatedAt).Select(row => new { row.Id, row.CreatedAt, row.RequestId }).ToListAsync(cancellationToken))
            .FindAll(mail => !closed.Contains(mail.Id));
        var age = _age.Of(waiting.FirstOrDefault()?.CreatedAt);
        if (age <= late)
        {
            return null;
        }

        var ids = waiting.Take(named).Select(mail => mail.RequestId).ToList();
        var references = await database.Requests.Where(request => ids.Contains(request.Id)).ToDictionaryAsync(request => request.Id, request => request.Reference, cancellationToken);
        var until = time.GetUtcNow() - late;
        return new LateBacklog(waiting.Count, waiting[0].CreatedAt, age, waiting.FindLast(mail => mail.CreatedAt < until)?.CreatedAt + late, ids.ConvertAll(id => references[id]));
    }
}

/// <summary>Mails to the clinic that wait, at least one of them for too long.</summary>
/// <param name="Waiting">How many.</param>
/// <param name="OldestSince">When the oldest came to be owed.</param>
/// <param name="Age">How long that one has waited.</param>
/// <param name="NewestAt">When the last of those became late that are; null where a wrong clock has it.</param>
/// <param name="References">The requests of those that have waited longest.</param>
internal sealed record LateBacklog(int Waiting, DateTimeOffset OldestSince, TimeSpan Age, DateTimeOffset? NewestAt, IReadOnlyList<string> References);
