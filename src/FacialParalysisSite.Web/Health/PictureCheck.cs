using FacialParalysisSite.Content.Pictures;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>Whether every picture that pages show has been made small, or is about to be. Where not, pages have words in its place.</summary>
internal sealed class PictureCheck(PictureKeeper keeper) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = keeper.State;
        return Task.FromResult(state.Fault switch
        {
            PictureFault.NoProgram => HealthCheckResult.Degraded($"the program that makes them small is missing; waiting: {state.Waiting}"),
            PictureFault.NoRoom => HealthCheckResult.Degraded($"there is no room for small ones; waiting: {state.Waiting}"),
            PictureFault.Refused => HealthCheckResult.Degraded($"pictures that cannot be made small: {state.Refused.Count}"),
            _ => HealthCheckResult.Healthy(),
        });
    }
}
