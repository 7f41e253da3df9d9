using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Pictures;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>
/// Whether every picture that pages show has been made small, or is about to be, and whether those of patients are known.
/// Where a picture is missing, pages have words in its place.
/// </summary>
internal sealed class PictureCheck(PictureKeeper keeper, ContentLibrary library) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (library.HasLostPatients)
        {
            return Task.FromResult(HealthCheckResult.Degraded("the file patients.keys below Data:Root cannot be read or written, or lines of it were lost (patients.keys.damaged is what it was): copies of patients’ pictures that were deleted may be shown"));
        }

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
