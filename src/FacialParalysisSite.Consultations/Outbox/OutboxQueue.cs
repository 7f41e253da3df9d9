using System.Collections.Concurrent;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>The mails owed, handed out one at a time.</summary>
/// <param name="databases">Where they are.</param>
/// <param name="seal">Opens what the persons wrote.</param>
/// <param name="digests">Chooses which is next, and what is in it.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class OutboxQueue(
    IDbContextFactory<SiteDatabase> databases, PayloadSeal seal, DigestPolicy digests, TimeProvider time, ILogger<OutboxQueue> log)
{
    /// <summary>
    /// Longer than any try may take. After it, a mail that was being sent when the program died is handed out again.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>After it, a mail that could not be opened is looked at again: somebody may have brought back its key.</summary>
    public static readonly TimeSpan UnopenedWait = TimeSpan.FromMinutes(5);

    private readonly StrandedMails _stranded = new(databases, time, log);

    /// <summary>Those that are in the log already, and whether each was tried before.</summary>
    private readonly ConcurrentDictionary<Guid, bool> _unopened = new();

    /// <summary>
    /// Takes back, when the site starts, what was being sent when it died, without waiting for the leases to end. A mail
    /// at which it dies again and again waits longer each time, so that it holds up no other.
    /// </summary>
    public async Task ReclaimAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        foreach (var message in await database.Outbox.Where(row => row.State == OutboxState.Sending).ToListAsync(cancellationToken))
        {
            message.State = OutboxState.Pending;
            message.LeasedUntil = null;
            message.NextAttemptAt = time.GetUtcNow() + RetrySchedule.WaitAfterDeath(message.Attempts);
        }

        // The clock may have been set back while the site was down.
        _stranded.Expect();

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Takes the mail that has waited longest, and marks what is in it as being sent; null where none is due. What cannot
    /// be opened holds up nothing else, not even the rest of its digest, counts no try, and is never given up.
    /// </summary>
    public async Task<ClaimedMail?> ClaimAsync(CancellationToken cancellationToken)
    {
        await _stranded.MendAsync(cancellationToken);
        while (await TakeAsync(cancellationToken) is { Count: > 0 } taken)
        {
            if (await OpenAsync(taken) is { Count: > 0 } parts)
            {
                return new ClaimedMail(parts);
            }
        }

        return null;
    }

    private async Task<List<(OutboxMessage Message, StoredRequest Request)>> TakeAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        // Mostly there is none, and those who write need not wait for that to be known.
        if ((await digests.ChooseAsync(database, TriedAndClosed(), time.GetUtcNow(), cancellationToken)).Count == 0)
        {
            return [];
        }

        database.ChangeTracker.Clear();
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var now = time.GetUtcNow();
        var messages = await digests.ChooseAsync(database, TriedAndClosed(), now, cancellationToken);
        if (messages.Count == 0)
        {
            return [];
        }

        var mail = messages[0].MailId ?? (messages.Count == 1 ? messages[0].Id : Guid.NewGuid());
        foreach (var message in messages)
        {
            message.MailId = mail;
            message.State = OutboxState.Sending;
            message.LeasedUntil = now + Lease;
            message.Attempts++;
        }

        var ids = messages.Select(message => message.RequestId).Distinct().ToList();
        var requests = await database.Requests.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. messages.Select(message => (message, requests[message.RequestId]))];
    }

    /// <returns>Those that could be opened; the others are set aside.</returns>
    private async Task<List<ClaimedPart>> OpenAsync(List<(OutboxMessage Message, StoredRequest Request)> taken)
    {
        List<ConsultationRequest?> written;
        try
        {
            written = taken.ConvertAll(part => seal.Open(part.Message.Payload));
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // The keys could not be read: no mail server was asked, so that no try is lost by it.
            await FinishAsync(taken.Select(part => part.Message), message => PutBack(message, TimeSpan.Zero));
            throw;
        }

        var parts = new List<ClaimedPart>();
        foreach (var ((message, request), opened) in taken.Zip(written))
        {
            if (opened is null)
            {
                await SetAsideAsync(message, request.Reference);
                continue;
            }

            _unopened.TryRemove(message.Id, out _);
            parts.Add(new ClaimedPart(message, request, opened));
        }

        return parts;
    }

    private async Task SetAsideAsync(OutboxMessage taken, string reference)
    {
        await FinishAsync([taken], message =>
        {
            PutBack(message, UnopenedWait);

            // Whoever has got the rest of its digest would take it for the same mail. What some of the clinic's addresses
            // have got may not be gathered with what they have not.
            if (message.MailId != message.Id)
            {
                message.MailId = message is { Attempts: 0, DeliveredTo: "" } ? null : message.Id;
            }
        });
        if (_unopened.TryAdd(taken.Id, taken.Attempts > 1))
        {
            log.LogError("Mail {Kind} of {Reference} cannot be opened: its key is missing, or it is damaged. It is kept, and tried again every {Minutes} min",
                taken.Kind, reference, UnopenedWait.TotalMinutes);
        }
    }

    private HashSet<Guid> TriedAndClosed() => [.. _unopened.Where(mail => mail.Value).Select(mail => mail.Key)];

    public Task MarkSentAsync(ClaimedMail mail) => FinishAsync(mail.Messages, message =>
    {
        message.State = OutboxState.Sent;
        message.SentAt = time.GetUtcNow();
    });

    public Task MarkAbandonedAsync(ClaimedMail mail) => FinishAsync(mail.Messages, message =>
    {
        message.State = OutboxState.Abandoned;
        message.NextAttemptAt = time.GetUtcNow();
    });

    public Task RescheduleAsync(ClaimedMail mail, TimeSpan wait) => FinishAsync(mail.Messages, message =>
    {
        message.State = OutboxState.Pending;
        message.NextAttemptAt = time.GetUtcNow() + wait;
    });

    /// <summary>Keeps which recipients have got a mail that is to be tried again for the others.</summary>
    public Task NoteDeliveredAsync(ClaimedMail mail, IEnumerable<string> recipients) => ChangeAsync(mail.Messages, message =>
        message.DeliveredTo = string.Join(',', message.DeliveredTo.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(recipients, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Puts a mail back as if it had not been tried: nobody knows what became of the try.</summary>
    public Task ReturnAsync(ClaimedMail mail) => FinishAsync(mail.Messages, message => PutBack(message, TimeSpan.Zero));

    /// <summary>Puts what is in a digest back, each to go out in a mail of its own at once: one of them cannot be written.</summary>
    public Task SeparateAsync(ClaimedMail mail) => FinishAsync(mail.Messages, message =>
    {
        PutBack(message, TimeSpan.Zero);
        message.MailId = message.Id;
    });

    /// <summary>
    /// Makes two mails of a digest that the server turns down although it takes others: something in it may be what it does
    /// not like, and must not keep the rest from the clinic. Nobody has got it, so that nothing comes twice.
    /// </summary>
    /// <param name="mail">The digest.</param>
    /// <param name="wait">Wait before both are tried.</param>
    /// <returns>Whether it was done; not where the server has taken no other mail to the clinic since the try before.</returns>
    public async Task<bool> HalveAsync(ClaimedMail mail, TimeSpan wait)
    {
        var lastTry = mail.Message.NextAttemptAt - (mail.Attempts == 1 ? TimeSpan.FromHours(1) : RetrySchedule.LongestWaitAfter(mail.Attempts - 1));
        if (!await HasSentSinceAsync(lastTry))
        {
            return false;
        }

        var first = mail.Messages.Take(mail.Parts.Count / 2).Select(message => message.Id).ToHashSet();
        var (one, other) = (IdFor(first.Count), IdFor(mail.Parts.Count - first.Count));
        await FinishAsync(mail.Messages, message =>
        {
            message.MailId = (first.Contains(message.Id) ? one : other) ?? message.Id;
            message.State = OutboxState.Pending;
            message.NextAttemptAt = time.GetUtcNow() + wait;
            message.Attempts = 1;
        });
        return true;

        static Guid? IdFor(int count) => count == 1 ? null : Guid.NewGuid();
    }

    private async Task<bool> HasSentSinceAsync(DateTimeOffset moment)
    {
        await using var database = await databases.CreateDbContextAsync();
        return await database.Outbox.AnyAsync(row => row.State == OutboxState.Sent && row.SentAt >= moment && row.Kind != MailKind.Receipt);
    }

    private void PutBack(OutboxMessage message, TimeSpan wait)
    {
        message.State = OutboxState.Pending;
        message.NextAttemptAt = time.GetUtcNow() + wait;
        message.Attempts--;
    }

    private Task FinishAsync(IEnumerable<OutboxMessage> taken, Action<OutboxMessage> change) => ChangeAsync(taken, message =>
    {
        message.LeasedUntil = null;
        change(message);
    });

    /// <summary>All that is in a mail at once: a digest is sent as a whole or not.</summary>
    private async Task ChangeAsync(IEnumerable<OutboxMessage> taken, Action<OutboxMessage> change)
    {
        var attempts = taken.ToDictionary(message => message.Id, message => message.Attempts);
        await using var database = await databases.CreateDbContextAsync();
        var messages = await database.Outbox.Where(row => attempts.Keys.Contains(row.Id)).ToListAsync();

        // Whoever holds a newer lease decides; this try took longer than it was allowed to.
        foreach (var message in messages.Where(message => message.State == OutboxState.Sending && message.Attempts == attempts[message.Id]))
        {
            change(message);
        }

        await database.SaveChangesAsync();
    }
}
