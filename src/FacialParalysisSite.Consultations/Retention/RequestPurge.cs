using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Retention;

/// <summary>Wipes what one person wrote, because an operator says so.</summary>
internal sealed class RequestPurge(IDbContextFactory<SiteDatabase> databases, TimeProvider time)
{
    /// <summary>Wipes one request and notes it in the audit.</summary>
    /// <param name="reference">The request.</param>
    /// <param name="evenUndelivered">Also where the clinic has not got it; its mails are then never sent.</param>
    public async Task<PurgeResult> PurgeAsync(Reference reference, bool evenUndelivered)
    {
        await using var database = await databases.CreateDbContextAsync();
        var result = await WipeAsync(database, reference, evenUndelivered);
        return result is PurgeResult.Purged or PurgeResult.WipedBefore && !IsErased(database) ? PurgeResult.PurgedAndNotErased : result;
    }

    /// <summary>What was wiped is wiped, whatever now stands in the way of writing the file anew.</summary>
    private static bool IsErased(SiteDatabase database)
    {
        try
        {
            return SqliteStorage.Erase(database);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            return false;
        }
    }

    private async Task<PurgeResult> WipeAsync(SiteDatabase database, Reference reference, bool evenUndelivered)
    {
        await using var transaction = await database.BeginWriteAsync();
        var request = await database.Requests.AsNoTracking().SingleOrDefaultAsync(row => row.Reference == reference.Code);
        if (request is null)
        {
            return PurgeResult.Unknown;
        }

        if (request.WipedAt is not null)
        {
            return PurgeResult.WipedBefore;
        }

        var now = time.GetUtcNow();
        var mails = database.Outbox.Where(message => message.RequestId == request.Id);
        if (await mails.AnyAsync(message => message.State == OutboxState.Sending && message.LeasedUntil > now))
        {
            return PurgeResult.BeingSent;
        }

        if (!evenUndelivered && await mails.AnyAsync(message =>
            message.Kind != MailKind.Receipt && message.State != OutboxState.Sent && message.State != OutboxState.Withdrawn))
        {
            return PurgeResult.Undelivered;
        }

        await PayloadWipe.WipeAsync(database, [request.Id], now);
        database.AuditEntries.Add(new AuditEntry { At = now, Reference = request.Reference, Action = AuditAction.Purged });
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return PurgeResult.Purged;
    }
}

/// <summary>What became of a purge.</summary>
internal enum PurgeResult
{
    Purged,

    /// <summary>Wiped, now or before, but it may still stand in the log or the gaps of the database: somebody held it, or the disk has no room to write it anew.</summary>
    PurgedAndNotErased,

    /// <summary>No request has the reference.</summary>
    Unknown,

    WipedBefore,

    /// <summary>Refused: a mail about it is on its way at this moment.</summary>
    BeingSent,

    /// <summary>Refused: the clinic has not got it.</summary>
    Undelivered,
}
