using System.Globalization;
using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>
/// Tells what is wrong: in the log and by every channel once when it begins, by the channels again after 24 hours as long
/// as it lasts or after an hour where there is more of it, and once when it is over. What could not be told is tried again.
/// </summary>
internal sealed class AlertDesk(
    AlertWatch watch, AlertMemory memory, AlertText text, IEnumerable<IAlertChannel> channels, ConsultationMeter meter, TimeProvider time, ILogger<AlertDesk> log)
{
    /// <summary>How often somebody should look. What is told does not depend on it.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromHours(24);

    /// <summary>What has lasted for long must not hide what is new, and what is new must not fill a chat.</summary>
    private static readonly TimeSpan TellMoreAfter = TimeSpan.FromHours(1);

    /// <summary>Wait for a channel that did not work.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(5);

    private readonly Dictionary<AlertKind, Episode> _episodes = [];
    private readonly Dictionary<(AlertKind Kind, string Channel), long> _failedAt = [];
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);
    private Task _storing = Task.CompletedTask;
    private bool _isForgetful;

    /// <summary>Looks at everything and tells what must be told.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var found = await watch.LookAsync(cancellationToken);
        var isDatabaseUsable = found.TryGetValue(AlertKind.Database, out var fault) && fault is null;
        if (isDatabaseUsable)
        {
            await WithDatabaseAsync(() => memory.LoadAsync([.. channels.Select(channel => channel.Name)], cancellationToken), cancellationToken);
        }

        foreach (var (kind, noticed) in found)
        {
            await FollowAsync(kind, noticed, cancellationToken);
        }

        if (isDatabaseUsable)
        {
            await WithDatabaseAsync(() => memory.SaveAsync(cancellationToken), cancellationToken);
        }
    }

    private async Task FollowAsync(AlertKind kind, Noticed? noticed, CancellationToken cancellationToken)
    {
        if (!_episodes.TryGetValue(kind, out var episode))
        {
            _episodes[kind] = episode = new Episode(memory.IsTold(kind), time);
        }

        if (episode.Turns(noticed is not null))
        {
            if (noticed is not null)
            {
                log.LogError("Alert: {Title}. {Facts}", noticed.Title, noticed.Facts);
            }
            else
            {
                log.LogInformation("Alert over: {Title}", AlertText.TitleOf(kind));
            }
        }

        meter.NoteAlert(kind, episode.IsWrong);
        foreach (var channel in channels)
        {
            await TellAsync(kind, episode, noticed, channel, cancellationToken);
        }
    }

    private async Task TellAsync(AlertKind kind, Episode episode, Noticed? noticed, IAlertChannel channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var told = memory.Find(kind, channel.Name);
        var began = told?.BeganAt ?? episode.BeganAt;
        var since = told is null ? TimeSpan.Zero : (now - told.ToldAt).Duration();
        var alert = (episode.IsWrong, noticed, told) switch
        {
            (true, { } wrong, null) => text.Began(wrong, IdOf(kind, began, "began"), began),
            (true, { } wrong, { } before) when since >= TellMoreAfter && wrong.NewestAt > before.ToldAt => text.GoesOn(wrong, IdAfter(kind, began, before), began),
            (true, { } wrong, { } before) when since >= TellAgainAfter => text.Lasts(wrong, IdAfter(kind, began, before), began),
            (false, _, { }) => text.IsOver(AlertText.TitleOf(kind), IdOf(kind, began, "over"), began, now),
            _ => null,
        };
        if (alert is not null && await TryAsync(kind, alert, channel, cancellationToken))
        {
            Remember(kind, channel, episode.IsWrong ? new StoredAlert { Kind = kind, Channel = channel.Name, BeganAt = began, ToldAt = now } : null);
        }
    }

    private void Remember(AlertKind kind, IAlertChannel channel, StoredAlert? told)
    {
        if (told is null)
        {
            memory.Forget(kind, channel.Name);
        }
        else
        {
            memory.Note(told);
        }
    }

    /// <returns>Whether it was told.</returns>
    private async Task<bool> TryAsync(AlertKind kind, Alert alert, IAlertChannel channel, CancellationToken cancellationToken)
    {
        var key = (kind, channel.Name);
        if (_failedAt.TryGetValue(key, out var failed) && time.GetElapsedTime(failed) < RetryAfter)
        {
            return false;
        }

        var why = await TellAsync(alert, channel, cancellationToken);
        meter.CountTold(kind, why is null);
        if (why is null)
        {
            _failedAt.Remove(key);
            if (_broken.Remove(channel.Name))
            {
                log.LogInformation("Alerts go through {Channel} again", channel.Name);
            }

            return true;
        }

        _failedAt[key] = time.GetTimestamp();
        if (_broken.Add(channel.Name))
        {
            log.LogError("An alert could not be told through {Channel}: {Why}. It is tried again every {Minutes} min", channel.Name, why, RetryAfter.TotalMinutes);
        }

        return false;
    }

    /// <summary>One channel that breaks must not keep the others, and other kinds, from being told.</summary>
    private static async Task<string?> TellAsync(Alert alert, IAlertChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.TellAsync(alert, cancellationToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            return fault.GetType().Name;
        }
    }

    private static string IdAfter(AlertKind kind, DateTimeOffset began, StoredAlert told) => IdOf(kind, began, told.ToldAt.UtcTicks.ToString(CultureInfo.InvariantCulture));

    private static string IdOf(AlertKind kind, DateTimeOffset began, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"alert.{kind}.{began.UtcTicks}.{what}").ToLowerInvariant();

    /// <summary>The copy on the disk can wait; a database that fails here is noticed at the next look.</summary>
    private async Task WithDatabaseAsync(Func<Task> use, CancellationToken cancellationToken)
    {
        // What hangs is waited for once, and nothing begun beside it.
        if (!_storing.IsCompleted)
        {
            return;
        }

        _storing = Task.Run(use, CancellationToken.None);
        try
        {
            await _storing.WaitAsync(AlertWatch.Patience, time, cancellationToken);
            _isForgetful = false;
        }
        catch (Exception fault) when (fault.IsOfStorage() || fault is TimeoutException)
        {
            // The memory goes on without its copy.
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            if (!_isForgetful)
            {
                _isForgetful = true;
                log.LogError(fault, "What was told of alerts cannot be remembered over a restart");
            }
        }
        catch (OperationCanceledException)
        {
            await _storing.WaitAsync(AlertWatch.Grace, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
