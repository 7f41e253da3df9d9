using FacialParalysisSite.Web.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Tests.Health;

public sealed class SharedCheckTests
{
    [Fact]
    public async Task Check_ByManyAtOnce_RunsOnce()
    {
        var (check, inner) = (new Held(), new Stopwatch());
        var shared = new SharedCheck<Held>(check, inner);

        var asked = Enumerable.Range(0, 100).Select(_ => shared.CheckHealthAsync(Of(shared, HealthStatus.Unhealthy))).ToList();
        check.Finish(HealthCheckResult.Degraded());

        Assert.All(await Task.WhenAll(asked), result => Assert.Equal(HealthStatus.Degraded, result.Status));
        Assert.Equal(1, check.Runs);
    }

    [Fact]
    public async Task Check_Again_KeepsTheResultForFiveSeconds()
    {
        var (check, clock) = (new Held(), new Stopwatch());
        var shared = new SharedCheck<Held>(check, clock);
        check.Finish(HealthCheckResult.Healthy());
        await shared.CheckHealthAsync(Of(shared, HealthStatus.Unhealthy));

        clock.Advance(TimeSpan.FromSeconds(4.9));
        await shared.CheckHealthAsync(Of(shared, HealthStatus.Unhealthy));
        Assert.Equal(1, check.Runs);

        clock.Advance(TimeSpan.FromSeconds(0.2));
        await shared.CheckHealthAsync(Of(shared, HealthStatus.Unhealthy));
        Assert.Equal(2, check.Runs);
    }

    [Theory]
    [InlineData(HealthStatus.Unhealthy, HealthStatus.Unhealthy)]
    [InlineData(HealthStatus.Degraded, HealthStatus.Healthy)]
    public async Task Check_ThatDoesNotEnd_IsNotWaitedForNorStartedAgain(HealthStatus worst, HealthStatus expected)
    {
        var (check, clock) = (new Held(), new Stopwatch());
        var shared = new SharedCheck<Held>(check, clock);
        var first = shared.CheckHealthAsync(Of(shared, worst));
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(expected, (await shared.CheckHealthAsync(Of(shared, worst))).Status);
        Assert.Equal(expected, (await first).Status);
        Assert.Equal(1, check.Runs);

        check.Finish(HealthCheckResult.Healthy());
    }

    [Fact]
    public async Task Check_WhereTheFirstToAskGoesAway_StillAnswersTheOthers()
    {
        var (check, clock) = (new Held(), new Stopwatch());
        var shared = new SharedCheck<Held>(check, clock);
        using var leaving = new CancellationTokenSource();
        var first = shared.CheckHealthAsync(Of(shared, HealthStatus.Unhealthy), leaving.Token);
        var second = shared.CheckHealthAsync(Of(shared, HealthStatus.Unhealthy), CancellationToken.None);

        await leaving.CancelAsync();
        check.Finish(HealthCheckResult.Degraded());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(HealthStatus.Degraded, (await second).Status);
    }

    private static HealthCheckContext Of(IHealthCheck check, HealthStatus worst) =>
        new() { Registration = new HealthCheckRegistration("held", check, worst, tags: null) };

    /// <summary>Ends when the test says so.</summary>
    private sealed class Held : IHealthCheck
    {
        private readonly TaskCompletionSource<HealthCheckResult> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _runs;

        public int Runs => Volatile.Read(ref _runs);

        public void Finish(HealthCheckResult result) => _end.SetResult(result);

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _runs);
            return _end.Task;
        }
    }

    /// <summary>A clock whose timestamps a test moves on.</summary>
    private sealed class Stopwatch : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref _ticks);
    }
}
