using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Heartbeats;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Asking;

/// <summary>Looks again and again whether somebody must be told something, and whether the weekly mail is due.</summary>
internal sealed class AlertWorker(
    AlertDesk alerts, Heartbeat heartbeat, IEnumerable<IAlertChannel> channels, IOptions<AlertOptions> options, IHostEnvironment environment, ILogger<AlertWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (environment.IsProduction() && !channels.Any())
        {
            log.LogWarning("Only this log and the health will say so when requests do not reach the clinic. Set Alert:Webhook or Alert:MailTo, so that somebody is told");
        }

        // The rest of the start must not wait for a database that hangs.
        await Task.Yield();
        using var timer = new PeriodicTimer(AlertDesk.LookEvery);
        do
        {
            await GuardAsync(alerts.LookAsync, "look for what is wrong", stoppingToken);
            if (options.Value.Heartbeat)
            {
                await GuardAsync(heartbeat.SendIfDueAsync, "send the weekly mail", stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task GuardAsync(Func<CancellationToken, Task> work, string what, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // The database has an alert of its own.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
        {
            // A worker that ends takes the whole site with it.
            log.LogError(fault, "The website could not {What}", what);
        }
    }
}
