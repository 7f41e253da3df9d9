using FacialParalysisSite.Consultations.Heartbeats;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Asking;

/// <summary>Looks again and again whether the weekly mail is due. Beside the alerts, which must not wait for it.</summary>
internal sealed class HeartbeatWorker(DatabaseOpener opener, Heartbeat heartbeat, IOptions<AlertOptions> options, TimeProvider time, ILogger<HeartbeatWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Heartbeat)
        {
            await opener.WaitAsync(stoppingToken);
            await RepeatedWork.GoOnAsync(heartbeat.SendIfDueAsync, "send the weekly mail", LookEvery, time, log, stoppingToken);
        }
    }
}
