using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>Whether the clinic gets its mails in time.</summary>
internal sealed class MailCheck(OutboxBacklog backlog, TimeProvider time) : IHealthCheck
{
    public const string Name = "mail";

    /// <summary>In the result: the age of the oldest mail that waits, as a <see cref="TimeSpan"/>.</summary>
    public const string OldestWaiting = "oldestWaiting";

    /// <summary>By then a mail was tried four times: it is no mere hiccup of the mail server.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

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
        var age = mails.OldestSince is { } since ? time.GetUtcNow() - since : TimeSpan.Zero;
        var isLate = age > Late || mails.Abandoned > 0;
        return new HealthCheckResult(
            isLate ? HealthStatus.Degraded : HealthStatus.Healthy,
            $"mails waiting for the clinic: {mails.Waiting}, the oldest for {age.TotalMinutes:0} min; given up: {mails.Abandoned}",
            data: new Dictionary<string, object>(StringComparer.Ordinal) { [OldestWaiting] = age });
    }
}
