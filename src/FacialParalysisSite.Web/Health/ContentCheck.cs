using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Web.Reading;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>
/// Whether the content can be taken over and is without errors. The site goes on with the last good version of a faulty
/// file, or without it, and with all that is up where the whole folder is at fault.
/// </summary>
internal sealed class ContentCheck(ContentLibrary library, ContentReloader reloader) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (reloader.Fault is { } fault)
        {
            return Task.FromResult(HealthCheckResult.Degraded($"the content folder as a whole: {fault}"));
        }

        var errors = library.Problems.Count(problem => problem.Severity == Severity.Error);
        return Task.FromResult(errors == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"errors in content files: {errors}"));
    }
}
