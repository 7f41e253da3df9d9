using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>
/// Whether the database can be written: a row is written and committed, because a disk that is full or read-only can
/// still be read. Where it cannot, no request can be taken.
/// </summary>
internal sealed class DatabaseCheck(IDbContextFactory<SiteDatabase> databases, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await WriteAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            return HealthCheckResult.Unhealthy("no request can be taken", fault);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var written = await database.WriteTrials.Where(row => row.Id == WriteTrial.TheId)
            .ExecuteUpdateAsync(row => row.SetProperty(trial => trial.At, now), cancellationToken);
        if (written == 0)
        {
            database.WriteTrials.Add(new WriteTrial { At = now });
            await database.SaveChangesAsync(cancellationToken);
        }
    }
}
