using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>Whether the clinic gets its mails in time.</summary>
internal sealed class MailCheck(OutboxBacklog backlog, AlertSettings alerts) : IHealthCheck
{
    public const string Name = "mail";

    /// <summary>In the result: a <see cref="ClinicBacklog"/>.</summary>
    public const string Backlog = "backlog";

    private HealthCheckResult _lastKnown = HealthCheckResult.Healthy();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return _lastKnown = Judge(await backlog.LookAsync(cancellationToken));
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // The database has a check of its own; of the mails nothing new is known.
            return _lastKnown;
        }
    }

    private HealthCheckResult Judge(ClinicBacklog mails)
    {
        var isLate = mails.Age > alerts.Late || mails.Abandoned > 0;
        return new HealthCheckResult(
            isLate ? HealthStatus.Degraded : HealthStatus.Healthy,
            $"mails waiting for the clinic: {mails.Waiting}, the oldest for {mails.Age.TotalMinutes:0} min; given up: {mails.Abandoned}",
            data: new Dictionary<string, object>(StringComparer.Ordinal) { [Backlog] = mails });
    }
}
