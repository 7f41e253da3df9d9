using System.Globalization;

namespace FacialParalysisSite.Content.Tests;

/// <summary>A clock that stands still until a test sets it. Safe to read while another thread sets it.</summary>
internal sealed class FakeTime(string start) : TimeProvider
{
    private long _ticks = TicksOf(start);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Set(string moment) => Volatile.Write(ref _ticks, TicksOf(moment));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    private static long TicksOf(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture).UtcTicks;
}
