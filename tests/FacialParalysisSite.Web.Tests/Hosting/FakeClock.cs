namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>A clock that a test sets.</summary>
public sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;
    private long _passed;

    /// <summary>A Tuesday morning at the clinic, long after everything in the sample was published.</summary>
    public static DateTimeOffset Start { get; } = new(2030, 1, 15, 17, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _passed);

    /// <summary>Lets time pass also for what does not go by the time of day.</summary>
    public void Pass(TimeSpan time)
    {
        Now += time;
        Interlocked.Add(ref _passed, (long)(time.TotalSeconds * TimestampFrequency));
    }
}
