using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>Whether the content is without errors. The site goes on with the last good version of a faulty file, or without it.</summary>
internal sealed class ContentCheck(ContentLibrary library) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var errors = library.Problems.Count(problem => problem.Severity == Severity.Error);
        return Task.FromResult(errors == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"errors in content files: {errors}"));
    }
}
