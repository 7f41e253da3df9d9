using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Web.Reading;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>
/// Whether the content is without errors. It takes the same look at the folder as the watcher does every three
/// seconds, and so never speaks of yesterday's files.
/// </summary>
internal sealed class ContentCheck(ContentReloader content) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var errors = content.Reload().Count(problem => problem.Severity == Severity.Error);
        return Task.FromResult(errors == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"errors in content files: {errors}"));
    }
}
