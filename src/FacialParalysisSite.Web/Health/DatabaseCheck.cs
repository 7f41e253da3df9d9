using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>
/// Whether the database can be written: a row is written and committed, because a disk that is full or read-only can
/// still be read. Where it cannot, or has no room, no request can be taken.
/// </summary>
internal sealed class DatabaseCheck(IDbContextFactory<SiteDatabase> databases, StorageRoom room, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await WriteTrial.WriteAsync(database, time.GetUtcNow(), cancellationToken);
            return await room.FindLackAsync(cancellationToken) is { } lack ? HealthCheckResult.Unhealthy($"no request can be taken: {lack}") : HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            return HealthCheckResult.Unhealthy("no request can be taken", fault);
        }
    }
}
