using System.Diagnostics;
using FacialParalysisSite.Consultations.Outbox;

namespace FacialParalysisSite.Web.Asking;

/// <summary>Sends the mails owed, as soon as they are owed or due again.</summary>
internal sealed class OutboxWorker(DatabaseOpener opener, OutboxQueue queue, OutboxDelivery delivery, OutboxSignal signal, OutboxPulse pulse, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>Short beside the shortest wait before a mail is tried again, one minute.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>So many times as long as it took to find nothing to send, it rests.</summary>
    private const int RestForEachLook = 9;

    /// <summary>A mail may wait so long for others, and no longer.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private bool _hasReclaimed;
    private bool _isStuck;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await opener.WaitAsync(stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(RestAfter(await DeliverAsync(stoppingToken)), stoppingToken);
                await signal.WaitAsync(LookEvery, stoppingToken);
            }
        }
        finally
        {
            await delivery.EndAsync();
        }
    }

    /// <summary>
    /// Each request wakes this worker, and the more mails wait, the longer it takes to see that none is due: in a flood it would
    /// look all the time, and take from those who ask what it needs for that.
    /// </summary>
    internal static TimeSpan RestAfter(TimeSpan look) => look * RestForEachLook is var rest && rest < LongestRest ? rest : LongestRest;

    /// <summary>Sends everything that is due. A fault is in the log once, and when it is over.</summary>
    /// <returns>How long it took to find nothing more.</returns>
    private async Task<TimeSpan> DeliverAsync(CancellationToken stoppingToken)
    {
        var looking = Stopwatch.GetTimestamp();
        try
        {
            if (!_hasReclaimed)
            {
                await queue.ReclaimAsync(stoppingToken);
                _hasReclaimed = true;
            }

            while (await delivery.DeliverNextAsync(stoppingToken))
            {
                pulse.Beat();
                looking = Stopwatch.GetTimestamp();
            }

            pulse.Beat();

            if (_isStuck)
            {
                _isStuck = false;
                log.LogInformation("Mails can be sent again");
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
        {
            // A worker that ends takes the whole site with it.
            if (!_isStuck)
            {
                _isStuck = true;
                log.LogCritical(fault, "No mail can be sent: the database does not answer. It is tried again every {Seconds} s", LookEvery.TotalSeconds);
            }
        }

        return Stopwatch.GetElapsedTime(looking);
    }
}
