using FacialParalysisSite.Consultations.Outbox;

namespace FacialParalysisSite.Web.Asking;

/// <summary>Sends the mails owed, as soon as they are owed or due again.</summary>
internal sealed class OutboxWorker(DatabaseOpener opener, OutboxQueue queue, OutboxDelivery delivery, OutboxSignal signal, OutboxPulse pulse, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>Short beside the shortest wait before a mail is tried again, one minute.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private bool _hasReclaimed;
    private bool _isStuck;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await opener.WaitAsync(stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await DeliverAsync(stoppingToken);
                await signal.WaitAsync(LookEvery, stoppingToken);
            }
        }
        finally
        {
            await delivery.EndAsync();
        }
    }

    /// <summary>Sends everything that is due. A fault is in the log once, and when it is over.</summary>
    private async Task DeliverAsync(CancellationToken stoppingToken)
    {
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
    }
}
