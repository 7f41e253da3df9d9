using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>Says in the log when something becomes unwell and when it is well again; in between it says nothing.</summary>
internal sealed class HealthLog(ILogger<HealthLog> log) : IHealthCheckPublisher
{
    private readonly Dictionary<string, HealthStatus> _known = new(StringComparer.Ordinal);

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        lock (_known)
        {
            foreach (var (check, entry) in report.Entries)
            {
                if (_known.GetValueOrDefault(check, HealthStatus.Healthy) != entry.Status)
                {
                    _known[check] = entry.Status;
                    Write(check, entry);
                }
            }
        }

        return Task.CompletedTask;
    }

    private void Write(string check, HealthReportEntry entry)
    {
        if (entry.Status == HealthStatus.Healthy)
        {
            log.LogInformation("Health of the {Check}: Healthy again", check);
            return;
        }

        var level = entry.Status == HealthStatus.Degraded ? LogLevel.Warning : LogLevel.Error;
        log.Log(level, entry.Exception, "Health of the {Check}: {Status}: {Description}", check, entry.Status.ToString(), entry.Description);
    }
}
