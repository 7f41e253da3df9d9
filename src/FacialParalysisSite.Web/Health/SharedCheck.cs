using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>
/// Runs a check for everybody who asks at about the same time. Strangers may ask as often as they like; the disk is
/// troubled only once in a few seconds, and never twice at once.
/// </summary>
internal sealed class SharedCheck<T>(T check, TimeProvider time) : IHealthCheck
    where T : class, IHealthCheck
{
    /// <summary>How long a result stands: short beside the ten seconds or more after which probes usually ask again.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    /// <summary>How long a run may keep those waiting who ask. It goes on without them, and its result is for the next.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _starting = new();
    private Run? _newest;
    private HealthCheckResult _lastKnown = HealthCheckResult.Healthy();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var run = NewestRun(context);
        try
        {
            var left = Patience - time.GetElapsedTime(run.StartedAt);
            return await run.Result.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
        }
        catch (TimeoutException)
        {
            // A database that does not answer cannot be written. Of anything else, nothing new is known.
            return context.Registration.FailureStatus == HealthStatus.Unhealthy
                ? HealthCheckResult.Unhealthy($"there was no answer within {Patience.TotalSeconds:0} s")
                : LastKnown();
        }
    }

    private Run NewestRun(HealthCheckContext context)
    {
        lock (_starting)
        {
            var isCurrent = _newest is not null && (!_newest.Result.IsCompleted || time.GetElapsedTime(_newest.StartedAt) < KeptFor);
            return isCurrent ? _newest! : _newest = new Run(time.GetTimestamp(), Task.Run(() => RunAsync(context)));
        }
    }

    /// <summary>No token: whoever asked first may go away, and the others still want to know.</summary>
    private async Task<HealthCheckResult> RunAsync(HealthCheckContext context)
    {
        var result = await check.CheckHealthAsync(context, CancellationToken.None);
        lock (_starting)
        {
            return _lastKnown = result;
        }
    }

    private HealthCheckResult LastKnown()
    {
        lock (_starting)
        {
            return _lastKnown;
        }
    }

    /// <param name="StartedAt">A timestamp of the clock, which no setting of the time of day changes.</param>
    /// <param name="Result">What it found or will find.</param>
    private sealed record Run(long StartedAt, Task<HealthCheckResult> Result);
}
