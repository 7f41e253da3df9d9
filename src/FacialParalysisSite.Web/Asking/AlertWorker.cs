using FacialParalysisSite.Consultations.Alerting;

namespace FacialParalysisSite.Web.Asking;

/// <summary>Looks again and again whether somebody must be told something.</summary>
internal sealed class AlertWorker(DatabaseOpener opener, AlertDesk alerts, IEnumerable<IAlertChannel> channels, IHostEnvironment environment, TimeProvider time, ILogger<AlertWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (environment.IsProduction() && !channels.Any())
        {
            log.LogWarning("Only this log and the health will say so when requests do not reach the clinic. Set Alert:Webhook or Alert:MailTo, so that somebody is told");
        }

        await opener.WaitAsync(stoppingToken);
        await RepeatedWork.GoOnAsync(alerts.LookAsync, "look for what is wrong", AlertDesk.LookEvery, time, log, stoppingToken);
    }
}
