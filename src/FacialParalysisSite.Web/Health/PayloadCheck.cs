using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>Whether everything that the clinic waits for can be read. What cannot is never sent until its key is back.</summary>
internal sealed class PayloadCheck(UnopenedMails mails) : IHealthCheck
{
    public const string Name = "payloads";

    /// <summary>In the result: how many mails to the clinic cannot be opened, as an <see cref="int"/>.</summary>
    public const string Unopened = "unopened";

    private HealthCheckResult _lastKnown = HealthCheckResult.Healthy();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return _lastKnown = Judge(await mails.CountAsync(cancellationToken));
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // The database has a check of its own; of the texts nothing new is known.
            return _lastKnown;
        }
    }

    private static HealthCheckResult Judge(int unopened) => new(
        unopened == 0 ? HealthStatus.Healthy : HealthStatus.Unhealthy,
        $"mails to the clinic that cannot be opened: {unopened}. Bring back the certificate under which they were sealed (Data:Certificate, Data:OldCertificates); where one is damaged beyond that, requests list --waiting shows it and requests purge --undelivered gives it up",
        data: new Dictionary<string, object>(StringComparer.Ordinal) { [Unopened] = unopened });
}
