using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>Brings a request to the clinic again when the operator says so.</summary>
internal sealed class OutboxResend(IDbContextFactory<SiteDatabase> databases, TimeProvider time)
{
    /// <summary>
    /// Makes the mails to the clinic that have not been sent due at once, with their tries counted anew. Where all have
    /// been sent, a new one comes to be owed, under a Message-ID of its own: mail systems drop a second mail with one
    /// they have seen. A mail that is being sent is left to whoever sends it.
    /// </summary>
    /// <returns>What came of it; null where no request has the reference.</returns>
    public async Task<Resent?> ResendAsync(Reference reference)
    {
        await using var database = await databases.CreateDbContextAsync();

        // The transaction takes the write lock at once, so that nobody claims a mail that is being changed here.
        await using var transaction = await database.BeginWriteAsync();
        var request = await database.Requests.SingleOrDefaultAsync(row => row.Reference == reference.Code);
        if (request is null)
        {
            return null;
        }

        if (request.WipedAt is not null)
        {
            return new Resent(MadeDue: 0, BeingSent: 0, IsNew: false, request.WipedAt);
        }

        var unsent = await database.Outbox
            .Where(row => row.RequestId == request.Id && row.Kind != MailKind.Receipt && row.State != OutboxState.Sent && row.State != OutboxState.Withdrawn)
            .ToListAsync();
        var now = time.GetUtcNow();
        var idle = unsent.Where(message => message.State != OutboxState.Sending || message.LeasedUntil <= now).ToList();
        idle.ForEach(message => MakeDue(message, now));
        if (unsent.Count == 0)
        {
            database.Outbox.Add(NewMail(request, now));
        }

        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return new Resent(MadeDue: idle.Count, BeingSent: unsent.Count - idle.Count, IsNew: unsent.Count == 0);
    }

    private static void MakeDue(OutboxMessage message, DateTimeOffset now)
    {
        if (message is { State: OutboxState.Abandoned, MailId: not null })
        {
            // Nobody else in its digest comes with it. Whoever has got another of them under the digest's Message-ID
            // would take this one for the same mail.
            message.MailId = message.Id;
            message.DeliveredTo = "";
        }

        message.State = OutboxState.Pending;
        message.NextAttemptAt = now;
        message.Attempts = 0;
        message.LeasedUntil = null;
    }

    /// <summary>Somebody waits for it: it goes out alone, whatever else is on its way.</summary>
    private static OutboxMessage NewMail(StoredRequest request, DateTimeOffset now)
    {
        var id = Guid.NewGuid();
        return new OutboxMessage
        {
            Id = id,
            MailId = id,
            RequestId = request.Id,
            Kind = request.CorrectedAt is null ? MailKind.Request : MailKind.Correction,
            CreatedAt = now,
            Payload = request.Payload,
            NextAttemptAt = now,
        };
    }
}

/// <summary>What came of resending a request.</summary>
/// <param name="MadeDue">How many mails that had not been sent are due now.</param>
/// <param name="BeingSent">How many are being sent at this moment and were left alone.</param>
/// <param name="IsNew">Whether all had been sent, and a new mail is owed.</param>
/// <param name="WipedAt">When what the person wrote was wiped, so that nothing can be sent; null where it is still here.</param>
internal sealed record Resent(int MadeDue, int BeingSent, bool IsNew, DateTimeOffset? WipedAt = null);
