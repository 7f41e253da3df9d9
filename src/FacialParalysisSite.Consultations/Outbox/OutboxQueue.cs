using System.Collections.Concurrent;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>The mails owed, handed out one at a time.</summary>
internal sealed class OutboxQueue(IDbContextFactory<SiteDatabase> databases, PayloadSeal seal, TimeProvider time, ILogger<OutboxQueue> log)
{
    /// <summary>
    /// Longer than any try may take. After it, a mail that was being sent when the program died is handed out again.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>After it, a mail that could not be opened is looked at again: somebody may have brought back its key.</summary>
    public static readonly TimeSpan UnopenedWait = TimeSpan.FromMinutes(5);

    /// <summary>Those that are in the log already.</summary>
    private readonly ConcurrentDictionary<Guid, bool> _unopened = new();

    /// <summary>
    /// Takes back, when the site starts, what was being sent when it died, without waiting for the leases to end. A mail
    /// at which it dies again and again waits longer each time, so that it holds up no other.
    /// </summary>
    public async Task ReclaimAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        foreach (var message in await database.Outbox.Where(row => row.State == OutboxState.Sending).ToListAsync(cancellationToken))
        {
            message.State = OutboxState.Pending;
            message.LeasedUntil = null;
            message.NextAttemptAt = time.GetUtcNow() + RetrySchedule.WaitAfterDeath(message.Attempts);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Takes the mail that has waited longest, and marks it as being sent; null where none is due. One that cannot be
    /// opened holds up no other, counts no try, and is never given up.
    /// </summary>
    public async Task<ClaimedMail?> ClaimAsync(CancellationToken cancellationToken)
    {
        while (await TakeAsync(cancellationToken) is var (message, stored))
        {
            if (await OpenAsync(message) is { } request)
            {
                _unopened.TryRemove(message.Id, out _);
                return new ClaimedMail(message, stored, request);
            }

            await SetAsideAsync(message, stored.Reference);
        }

        return null;
    }

    private async Task<ConsultationRequest?> OpenAsync(OutboxMessage message)
    {
        try
        {
            return seal.Open(message.Payload);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // The keys could not be read: no mail server was asked, so that no try is lost by it.
            await FinishAsync(message, taken => PutBack(taken, TimeSpan.Zero));
            throw;
        }
    }

    private async Task<(OutboxMessage Message, StoredRequest Request)?> TakeAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var message = await database.Outbox
            .Where(row => (row.State == OutboxState.Pending && row.NextAttemptAt <= now)
                || (row.State == OutboxState.Sending && row.LeasedUntil <= now))
            .OrderBy(row => row.NextAttemptAt)
            .ThenBy(row => row.Kind == MailKind.Receipt)
            .FirstOrDefaultAsync(cancellationToken);
        if (message is null)
        {
            return null;
        }

        message.State = OutboxState.Sending;
        message.LeasedUntil = now + Lease;
        message.Attempts++;
        var request = await database.Requests.SingleAsync(row => row.Id == message.RequestId, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (message, request);
    }

    private async Task SetAsideAsync(OutboxMessage taken, string reference)
    {
        await FinishAsync(taken, message => PutBack(message, UnopenedWait));
        if (_unopened.TryAdd(taken.Id, true))
        {
            log.LogError("Mail {Kind} of {Reference} cannot be opened: its key is missing, or it is damaged. It is kept, and tried again every {Minutes} min",
                taken.Kind, reference, UnopenedWait.TotalMinutes);
        }
    }

    public Task MarkSentAsync(ClaimedMail mail) => FinishAsync(mail.Message, message =>
    {
        message.State = OutboxState.Sent;
        message.SentAt = time.GetUtcNow();
    });

    public Task MarkAbandonedAsync(ClaimedMail mail) => FinishAsync(mail.Message, message => message.State = OutboxState.Abandoned);

    public Task RescheduleAsync(ClaimedMail mail, TimeSpan wait) => FinishAsync(mail.Message, message =>
    {
        message.State = OutboxState.Pending;
        message.NextAttemptAt = time.GetUtcNow() + wait;
    });

    /// <summary>Keeps which recipients have got a mail that is to be tried again for the others.</summary>
    public async Task NoteDeliveredAsync(ClaimedMail mail, IEnumerable<string> recipients)
    {
        await using var database = await databases.CreateDbContextAsync();
        var message = await database.Outbox.SingleAsync(row => row.Id == mail.Message.Id);
        message.DeliveredTo = string.Join(',', message.DeliveredTo.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(recipients, StringComparer.OrdinalIgnoreCase));
        await database.SaveChangesAsync();
    }

    /// <summary>Puts a mail back as if it had not been tried: nobody knows what became of the try.</summary>
    public Task ReturnAsync(ClaimedMail mail) => FinishAsync(mail.Message, message => PutBack(message, TimeSpan.Zero));

    private void PutBack(OutboxMessage message, TimeSpan wait)
    {
        message.State = OutboxState.Pending;
        message.NextAttemptAt = time.GetUtcNow() + wait;
        message.Attempts--;
    }

    private async Task FinishAsync(OutboxMessage taken, Action<OutboxMessage> change)
    {
        await using var database = await databases.CreateDbContextAsync();
        var message = await database.Outbox.SingleAsync(row => row.Id == taken.Id);

        // Whoever holds a newer lease decides; this try took longer than it was allowed to.
        if (message.State != OutboxState.Sending || message.Attempts != taken.Attempts)
        {
            return;
        }

        message.LeasedUntil = null;
        change(message);
        await database.SaveChangesAsync();
    }
}

/// <summary>A mail that is being sent.</summary>
/// <param name="Message">As it is stored.</param>
/// <param name="Request">The request it is about.</param>
/// <param name="Written">What the person had written when the mail came to be owed.</param>
internal sealed record ClaimedMail(OutboxMessage Message, StoredRequest Request, ConsultationRequest Written);
