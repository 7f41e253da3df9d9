using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Asking;

/// <summary>
/// Looks after the database from time to time: whether it is sound, what has been kept long enough, and what is not sealed
/// yet. A fault is in the log once, and when it is over; one that lasts is an alert.
/// </summary>
internal sealed class UpkeepWorker(
    DatabaseOpener opener, SiteDatabases databases, PayloadRetention retention, ClockTrust trust, UpkeepPulse pulse, IOptions<DataOptions> options, TimeProvider time, ILogger<UpkeepWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(1);

    /// <summary>Where somebody held the database.</summary>
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMinutes(1);

    private bool _isFailing;

    /// <summary>Does everything once.</summary>
    /// <returns>Whether nothing is left to be done.</returns>
    public async Task<bool> LookAfterAsync(CancellationToken cancellationToken)
    {
        try
        {
            databases.Check();
            if (await retention.WipeAsync(cancellationToken) is var wiped and > 0)
            {
                log.LogInformation("What was written in {Count} requests was wiped, {Days} days after the clinic got it", wiped, options.Value.KeepDeliveredDays);
            }

            await retention.SealAsync(cancellationToken);
            var isErased = await retention.EraseAsync(cancellationToken);
            ForgetMails();
            if (_isFailing)
            {
                _isFailing = false;
                log.LogInformation("The database can be looked after again");
            }

            if (isErased && trust.IsBelieved())
            {
                pulse.Beat();
            }

            return isErased;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // A worker that ends takes the whole site with it.
            if (!_isFailing)
            {
                _isFailing = true;
                log.LogCritical(fault, "The database cannot be looked after: it may be damaged or locked, or mails in {Folder} may not be deleted by the site's user. It is tried again every {Minutes} min",
                    options.Value.PickupFolder, PauseAfterFault.TotalMinutes);
            }

            return false;
        }
    }

    private void ForgetMails()
    {
        var before = time.GetUtcNow() - options.Value.KeepDelivered;
        if (trust.IsBelieved())
        {
            PickupFolderSender.Forget(options.Value.PickupFolder, before);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await opener.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await LookAfterAsync(stoppingToken) ? LookEvery : PauseAfterFault, stoppingToken);
        }
    }
}
