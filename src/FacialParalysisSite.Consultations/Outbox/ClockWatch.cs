namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>Finds out that somebody has set the clock, by comparing it with one that nobody can set.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>More than a clock is put right by in small steps; less than the shortest wait of a mail, one minute.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    private readonly Lock _comparing = new();
    private (DateTimeOffset Clock, long Timestamp) _last = (time.GetUtcNow(), time.GetTimestamp());

    /// <summary>Whether it was set back since this was asked last.</summary>
    public bool WasSetBack() => Moved() < -Tolerance;

    /// <summary>How far it was set on since this was asked last; negative where it was set back.</summary>
    public TimeSpan Moved()
    {
        lock (_comparing)
        {
            var (before, now) = (_last, (Clock: time.GetUtcNow(), Timestamp: time.GetTimestamp()));
            _last = now;
            return now.Clock - before.Clock - time.GetElapsedTime(before.Timestamp, now.Timestamp);
        }
    }
}
