namespace FacialParalysisSite.Consultations.Tests;

/// <summary>A clock that only moves when a test moves it.</summary>
internal sealed class FakeTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 6, 15, 19, 0, 0, TimeSpan.Zero);
    private TimeSpan _passed = TimeSpan.FromDays(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _passed.Ticks;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by) => (_now, _passed) = (_now + by, _passed + by);

    /// <summary>Sets the clock on or back, without time passing.</summary>
    public void Jump(TimeSpan by) => _now += by;
}
