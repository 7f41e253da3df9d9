using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>Looks for everything that somebody must be told.</summary>
internal sealed class AlertWatch(
    IDbContextFactory<SiteDatabase> databases, OutboxBacklog backlog, LateMails late, UnopenedMails unopened, OutboxPulse pulse, UpkeepPulse upkeep, StorageRoom room, Refusals refusals, Harms harms, AlertText text, AlertSettings settings, TimeProvider time,
    ILogger<AlertWatch> log)
{
    /// <summary>A database that is locked answers within ten seconds that it is; a disk that hangs does not answer at all.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>For a look that is under way when the site stops: whoever deletes or moves the database afterwards must not meet it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>How many requests are named; the command lists them all.</summary>
    private const int Named = 10;

    private Task<IReadOnlyDictionary<AlertKind, Noticed?>>? _looking;
    private bool _isBlind;

    /// <summary>Looks at everything.</summary>
    /// <param name="cancellationToken">The site stops: nothing more is asked of the database.</param>
    /// <returns>For each kind what is wrong, or null where nothing is; a kind that is not there could not be looked at.</returns>
    public async Task<IReadOnlyDictionary<AlertKind, Noticed?>> LookAsync(CancellationToken cancellationToken)
    {
        // A look that hangs is waited for again next time, and no second one begun beside it.
        _looking ??= Task.Run(() => LookNowAsync(cancellationToken), CancellationToken.None);
        try
        {
            return await _looking.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return OnlyThe(AlertText.DatabaseUnusable("it does not answer"));
        }
        catch (OperationCanceledException)
        {
            await ((Task)_looking).WaitAsync(Grace, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        finally
        {
            _looking = _looking.IsCompleted ? null : _looking;
        }
    }

    private async Task<IReadOnlyDictionary<AlertKind, Noticed?>> LookNowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await WriteTrial.WriteAsync(database, time.GetUtcNow(), cancellationToken);
            var closed = await unopened.FindAsync(cancellationToken);
            var found = new Dictionary<AlertKind, Noticed?>
            {
                [AlertKind.Database] = null,
                [AlertKind.Room] = await room.FindLackAsync(cancellationToken) is { } lack ? AlertText.NoRoom(lack) : null,
                [AlertKind.LateMail] = await late.FindAsync(closed, settings.Late, Named, cancellationToken) is { } mails ? text.MailLate(mails) : null,
                [AlertKind.AbandonedMail] = await backlog.FindAbandonedAsync(Named, cancellationToken) is { } abandoned ? AlertText.MailAbandoned(abandoned) : null,
                [AlertKind.UnopenedMail] = closed.Count > 0 ? AlertText.MailUnopened(closed.Count) : null,
                [AlertKind.Outbox] = pulse.IsLost ? AlertText.OutboxStuck(pulse.SinceLast) : null,
                [AlertKind.Upkeep] = upkeep.IsLost ? AlertText.UpkeepStuck(upkeep.SinceLast) : null,
                [AlertKind.Refusals] = refusals.Find() is { } refused ? text.RequestsRefused(refused) : null,
                [AlertKind.Harm] = Harmed(),
                [AlertKind.NewDatabase] = harms.Find(AlertKind.NewDatabase) is { } begun ? text.DatabaseBegun(begun) : null,
                [AlertKind.Watch] = null,
            };
            _isBlind = false;
            return found;
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            return OnlyThe(AlertText.DatabaseUnusable(fault.GetBaseException().Message));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            if (!_isBlind)
            {
                _isBlind = true;
                log.LogError(fault, "The website could not look for what is wrong. It is tried again every {Seconds} s", AlertDesk.LookEvery.TotalSeconds);
            }

            return new Dictionary<AlertKind, Noticed?> { [AlertKind.Watch] = AlertText.WatchBlind(fault.GetType().Name) };
        }
    }

    /// <summary>Of everything that is asked of the database nothing is known while it does not answer.</summary>
    private Dictionary<AlertKind, Noticed?> OnlyThe(Noticed database) => new() { [AlertKind.Database] = database, [AlertKind.Harm] = Harmed() };

    private Noticed? Harmed() => harms.Find(AlertKind.Harm) is { } harm ? text.FilesHarmed(harm) : null;
}
