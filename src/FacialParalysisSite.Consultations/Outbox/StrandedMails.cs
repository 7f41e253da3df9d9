using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>
/// A clock that was set back leaves moments behind that are far away now: mails would wait for them, and somebody for an
/// answer. Whatever lies further ahead than it can is due.
/// </summary>
internal sealed class StrandedMails(IDbContextFactory<SiteDatabase> databases, TimeProvider time, ILogger log)
{
    private readonly ClockWatch _clock = new(time);
    private volatile bool _isToMend;

    /// <summary>Says that there may be some, whatever the clock has done since the start.</summary>
    public void Expect() => _isToMend = true;

    /// <summary>Makes them due, where there may be some.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer. It is done the next time.</exception>
    public async Task MendAsync(CancellationToken cancellationToken)
    {
        _isToMend |= _clock.WasSetBack();
        if (!_isToMend)
        {
            return;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var now = time.GetUtcNow();
        var ahead = await database.Outbox
            .Where(row => (row.State == OutboxState.Pending && row.NextAttemptAt > now) || (row.State == OutboxState.Sending && row.LeasedUntil > now + OutboxQueue.Lease))
            .ToListAsync(cancellationToken);
        var stranded = ahead.Where(message => message.State == OutboxState.Sending || message.NextAttemptAt > now + LongestWaitOf(message)).ToList();
        foreach (var message in stranded)
        {
            message.NextAttemptAt = now;
            message.LeasedUntil = message.LeasedUntil is null ? null : now + OutboxQueue.Lease;
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _isToMend = false;
        if (stranded.Count > 0)
        {
            log.LogWarning("The clock was set back: {Count} mails that would have waited for it are due", stranded.Count);
        }
    }

    /// <summary>Any of them may be one that could not be opened.</summary>
    private static TimeSpan LongestWaitOf(OutboxMessage message) =>
        RetrySchedule.LongestWaitAfter(message.Attempts) is var wait && wait > OutboxQueue.UnopenedWait ? wait : OutboxQueue.UnopenedWait;
}
