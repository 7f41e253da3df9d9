using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Heartbeats;

/// <summary>
/// Sends the clinic a mail every Monday. It is no mail of the outbox: it belongs to no request, and where it could not be
/// sent for a week the next one says more.
/// </summary>
/// <param name="databases">Where it is remembered which was sent last.</param>
/// <param name="backlog">What the clinic has not got.</param>
/// <param name="sender">The way of the requests: that is what it is to prove.</param>
/// <param name="mail">Who it is from and for.</param>
/// <param name="settings">What counts as late, and the clinic's time zone.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class Heartbeat(
    IDbContextFactory<SiteDatabase> databases, OutboxBacklog backlog, IMailSender sender, MailSettings mail, AlertSettings settings, TimeProvider time, ILogger<Heartbeat> log)
{
    /// <summary>Wait after a try that failed.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(15);

    private long? _failedAt;

    /// <summary>Sends the mail of the week that is over, unless it was sent. A site that is new sends its first on the Monday to come.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task SendIfDueAsync(CancellationToken cancellationToken)
    {
        if (_failedAt is { } failed && time.GetElapsedTime(failed) < RetryAfter)
        {
            return;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var week = HeartbeatWeek.Before(time.GetUtcNow(), settings.Zone);
        var stored = await database.Heartbeats.SingleOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            database.Heartbeats.Add(new StoredHeartbeat { DoneUntil = week.End });
            await database.SaveChangesAsync(cancellationToken);
        }
        else if (week.IsOverrunBy(stored.DoneUntil))
        {
            log.LogWarning("The weekly mail was sent last by a clock that was ahead. The next one goes out on the Monday to come");
            await NoteAsync(database, stored, week.End);
        }
        else if (week.IsDueAfter(stored.DoneUntil) && await SendAsync(database, week, cancellationToken))
        {
            await NoteAsync(database, stored, week.End);
        }
    }

    private static async Task NoteAsync(SiteDatabase database, StoredHeartbeat stored, DateTimeOffset doneUntil)
    {
        stored.DoneUntil = doneUntil;

        // It was sent: a stop of the site must not make it come twice.
        await database.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<bool> SendAsync(SiteDatabase database, HeartbeatWeek week, CancellationToken cancellationToken)
    {
        var counts = await WeekCounts.OfAsync(week, database, cancellationToken);
        var outgoing = HeartbeatMail.Compose(week, counts, await backlog.LookAsync(cancellationToken), settings.Late, mail, settings.Zone);
        var outcome = await MailTry.SendAsync(outgoing, sender, MailTry.Deadline, cancellationToken);
        if (outcome.Result == MailResult.Sent)
        {
            _failedAt = null;
            log.LogInformation("The weekly mail to the clinic was sent");
            return true;
        }

        if (_failedAt is null)
        {
            log.LogError("The weekly mail to the clinic did not go through and is tried again every {Minutes} min: {Outcome} {Detail}", RetryAfter.TotalMinutes, outcome.Result, outcome.Detail);
        }

        _failedAt = time.GetTimestamp();
        return false;
    }
}
