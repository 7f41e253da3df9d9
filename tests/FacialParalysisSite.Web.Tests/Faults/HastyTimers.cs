namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>A clock whose timers can run faster than it does: no test waits two minutes for a server that says nothing.</summary>
internal sealed class HastyTimers(TimeProvider clock) : TimeProvider
{
    /// <summary>How many times faster those run that begin from now on.</summary>
    public int Haste { get; set; } = 1;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period);
}
