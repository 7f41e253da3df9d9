using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>The mails owed, handed out one at a time.</summary>
internal sealed class OutboxQueue(IDbContextFactory<SiteDatabase> databases, DigestPolicy digests, TimeProvider time, ILogger<OutboxQueue> log)
{
    /// <summary>
    /// Longer than any try may take. After it, a mail that was being sent when the program died is handed out again.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly ClockWatch _clock = new(time);
    private volatile bool _isToMend;

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

        // It may have been set back while the site was down.
        _isToMend = true;

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes the mail that has waited longest, and marks what is in it as being sent; null where none is due.</summary>
    public async Task<ClaimedMail?> ClaimAsync(CancellationToken cancellationToken)
    {
        await MendAfterSettingBackAsync(cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var messages = await digests.ChooseAsync(database, now, cancellationToken);
        if (messages.Count == 0)
        {
            return null;
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
        return new ClaimedMail([.. messages.Select(message => new ClaimedPart(message, requests[message.RequestId]))]);
    }

    public Task MarkSentAsync(ClaimedMail mail) => FinishAsync(mail, message =>
    {
        message.State = OutboxState.Sent;
        message.SentAt = time.GetUtcNow();
    });

    public Task MarkAbandonedAsync(ClaimedMail mail) => FinishAsync(mail, message => message.State = OutboxState.Abandoned);

    public Task RescheduleAsync(ClaimedMail mail, TimeSpan wait) => FinishAsync(mail, message =>
    {
        message.State = OutboxState.Pending;
        message.NextAttemptAt = time.GetUtcNow() + wait;
    });

    /// <summary>Keeps which recipients have got a mail that is to be tried again for the others.</summary>
    public Task NoteDeliveredAsync(ClaimedMail mail, IEnumerable<string> recipients) => ChangeAsync(mail, message =>
        message.DeliveredTo = string.Join(',', message.DeliveredTo.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(recipients, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Puts a mail back as if it had not been tried: nobody knows what became of the try.</summary>
    public Task ReturnAsync(ClaimedMail mail) => FinishAsync(mail, message =>
    {
        message.State = OutboxState.Pending;
        message.NextAttemptAt = time.GetUtcNow();
        message.Attempts--;
    });

    /// <summary>Puts what is in a digest back, each to go out in a mail of its own at once: one of them cannot be written.</summary>
    public Task SeparateAsync(ClaimedMail mail) => FinishAsync(mail, message =>
    {
        message.MailId = message.Id;
        message.State = OutboxState.Pending;
        message.NextAttemptAt = time.GetUtcNow();
        message.Attempts--;
    });

    /// <summary>
    /// Makes two mails of a digest that the server refused although it takes others: something in it may be what it does
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

        var first = mail.Parts.Take(mail.Parts.Count / 2).Select(part => part.Message.Id).ToHashSet();
        var (one, other) = (IdFor(first.Count), IdFor(mail.Parts.Count - first.Count));
        await FinishAsync(mail, message =>
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

    /// <summary>
    /// A clock that was set back leaves moments behind that are far away now: mails would wait for them, and somebody for
    /// an answer. Whatever lies further ahead than it can is due.
    /// </summary>
    private async Task MendAfterSettingBackAsync(CancellationToken cancellationToken)
    {
        _isToMend |= _clock.WasSetBack();
        if (!_isToMend)
        {
            return;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var ahead = await database.Outbox
            .Where(row => (row.State == OutboxState.Pending && row.NextAttemptAt > now) || (row.State == OutboxState.Sending && row.LeasedUntil > now + Lease))
            .ToListAsync(cancellationToken);
        var stranded = ahead.Where(message => message.State == OutboxState.Sending || message.NextAttemptAt > now + RetrySchedule.LongestWaitAfter(message.Attempts)).ToList();
        foreach (var message in stranded)
        {
            message.NextAttemptAt = now;
            message.LeasedUntil = message.LeasedUntil is null ? null : now + Lease;
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _isToMend = false;
        if (stranded.Count > 0)
        {
            log.LogWarning("The clock was set back: {Count} mails that would have waited for it are due", stranded.Count);
        }
    }

    private Task FinishAsync(ClaimedMail mail, Action<OutboxMessage> change) => ChangeAsync(mail, message =>
    {
        message.LeasedUntil = null;
        change(message);
    });

    /// <summary>All that is in a mail at once: a digest is sent as a whole or not.</summary>
    private async Task ChangeAsync(ClaimedMail mail, Action<OutboxMessage> change)
    {
        var claimed = mail.Parts.ToDictionary(part => part.Message.Id, part => part.Message.Attempts);
        await using var database = await databases.CreateDbContextAsync();
        var messages = await database.Outbox.Where(row => claimed.Keys.Contains(row.Id)).ToListAsync();

        // Whoever holds a newer lease decides; this try took longer than it was allowed to.
        foreach (var message in messages.Where(message => message.State == OutboxState.Sending && message.Attempts == claimed[message.Id]))
        {
            change(message);
        }

        await database.SaveChangesAsync();
    }
}

/// <summary>A mail that is being sent.</summary>
/// <param name="Parts">What is in it: one message owed, or in a digest several to the clinic, in the order in which they came.</param>
internal sealed record ClaimedMail(IReadOnlyList<ClaimedPart> Parts)
{
    /// <summary>The first message in it; what holds for the whole mail is the same in all of them.</summary>
    public OutboxMessage Message => Parts[0].Message;

    public StoredRequest Request => Parts[0].Request;

    public bool IsDigest => Parts.Count > 1;

    /// <summary>How often sending was tried: as often as the message in it that was tried least.</summary>
    public int Attempts => Parts.Min(part => part.Message.Attempts);
}

/// <summary>A message owed, with the request it is about.</summary>
internal sealed record ClaimedPart(OutboxMessage Message, StoredRequest Request);
