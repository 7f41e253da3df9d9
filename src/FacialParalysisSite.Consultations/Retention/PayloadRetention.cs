using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Retention;

/// <summary>Keeps what people wrote no longer, and no more openly, than it must be.</summary>
/// <param name="databases">Where it is.</param>
/// <param name="seal">Seals what was stored before the site had a certificate.</param>
/// <param name="time">By which it grows old.</param>
/// <param name="trust">Whether that clock is believed.</param>
/// <param name="keep">How long it is kept after the clinic got the last mail about it, or that mail was given up where one of the clinic's addresses had got it.</param>
internal sealed class PayloadRetention(IDbContextFactory<SiteDatabase> databases, PayloadSeal seal, TimeProvider time, ClockTrust trust, TimeSpan keep)
{
    /// <summary>So few that nobody waits long for the database.</summary>
    private const int AtOnce = 100;

    /// <summary>A mail cannot have been sent so far ahead of now: the clock was wrong then.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <summary>
    /// Wipes what has been kept long enough. What none of the clinic's addresses has got is never wiped, and nothing is as
    /// long as the clock is not believed. Where one address is dead for good, the others have got it: it would be kept for ever.
    /// </summary>
    /// <returns>How many requests were wiped.</returns>
    public async Task<int> WipeAsync(CancellationToken cancellationToken)
    {
        // The moment that is judged is the one that is used: the clock may be set at any time.
        var now = time.GetUtcNow();
        if (!trust.IsBelieved())
        {
            return 0;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (trust.HasStood)
        {
            await SetRightAsync(database, now, cancellationToken);
        }

        var count = 0;
        while (await WipeSomeAsync(database, now, cancellationToken) is var wiped and > 0)
        {
            count += wiped;
        }

        return count;
    }

    /// <summary>Seals what is stored in plain words, where the site has a certificate.</summary>
    public async Task SealAsync(CancellationToken cancellationToken)
    {
        if (!seal.IsSealing)
        {
            return;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        while (await SealSomeAsync(database, cancellationToken))
        {
        }
    }

    /// <summary>Takes what was wiped, or was there in plain words, out of the file and its log, where that is owed.</summary>
    /// <returns>False where it has to be tried again.</returns>
    public async Task<bool> EraseAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return SqliteStorage.Erase(database);
    }

    /// <summary>
    /// A mail that was sent or given up while the clock was ahead must not be kept until that time has come. Where it is now that the
    /// clock is wrong, as it may be just after a start, this would make everything look old once it is put right.
    /// </summary>
    private static async Task SetRightAsync(SiteDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var impossible = now + Tolerance;
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        await database.Outbox.Where(message => message.SentAt > impossible)
            .ExecuteUpdateAsync(message => message.SetProperty(row => row.SentAt, now), cancellationToken);
        await database.Outbox.Where(message => message.State == OutboxState.Abandoned && message.NextAttemptAt > impossible)
            .ExecuteUpdateAsync(message => message.SetProperty(row => row.NextAttemptAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<int> WipeSomeAsync(SiteDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var since = now - keep;
        var due = await database.Requests.Where(request => request.WipedAt == null)
            .Where(request => database.Outbox.Any(message => message.RequestId == request.Id && message.Kind != MailKind.Receipt
                && (message.State == OutboxState.Sent || (message.State == OutboxState.Abandoned && message.DeliveredTo != ""))))
            .Where(request => !database.Outbox.Any(message => message.RequestId == request.Id
                && (message.State == OutboxState.Sending
                    || (message.Kind != MailKind.Receipt
                        && (message.State == OutboxState.Pending || message.SentAt > since
                            || (message.State == OutboxState.Abandoned && (message.DeliveredTo == "" || message.NextAttemptAt > since)))))))
            .OrderBy(request => request.ReceivedAt).Select(request => request.Id).Take(AtOnce).ToListAsync(cancellationToken);
        if (due.Count > 0)
        {
            await PayloadWipe.WipeAsync(database, due, now);
            await transaction.CommitAsync(CancellationToken.None);
        }

        return due.Count;
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> SealSomeAsync(SiteDatabase database, CancellationToken cancellationToken)
    {
        var requests = await database.Requests.AsNoTracking().Where(row => row.Payload != PayloadSeal.Wiped && !row.Payload.StartsWith(PayloadSeal.Mark))
            .Select(row => new { row.Id, row.Payload }).Take(AtOnce).ToListAsync(cancellationToken);
        var messages = await database.Outbox.AsNoTracking().Where(row => row.Payload != PayloadSeal.Wiped && !row.Payload.StartsWith(PayloadSeal.Mark))
            .Select(row => new { row.Id, row.Payload }).Take(AtOnce).ToListAsync(cancellationToken);
        if (requests.Count + messages.Count == 0)
        {
            return false;
        }

        // Before the transaction: a new key would wait for its write lock.
        var closed = requests.Concat(messages).Select(row => row.Payload).Distinct(StringComparer.Ordinal)
            .ToDictionary(plain => plain, seal.Close, StringComparer.Ordinal);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        foreach (var row in requests)
        {
            // Whoever corrected it meanwhile has sealed it.
            await database.Requests.Where(request => request.Id == row.Id && request.Payload == row.Payload)
                .ExecuteUpdateAsync(request => request.SetProperty(stored => stored.Payload, closed[row.Payload]), cancellationToken);
        }

        foreach (var row in messages)
        {
            await database.Outbox.Where(message => message.Id == row.Id && message.Payload == row.Payload)
                .ExecuteUpdateAsync(message => message.SetProperty(stored => stored.Payload, closed[row.Payload]), cancellationToken);
        }

        SqliteStorage.OweErasure(database);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }
}
