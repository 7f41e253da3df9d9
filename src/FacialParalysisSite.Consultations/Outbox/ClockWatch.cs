namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>Finds out that somebody has set the clock back, by comparing it with one that nobody can set.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>More than a clock is put right by in small steps; less than the shortest wait of a mail, one minute.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    private readonly Lock _comparing = new();
    private (DateTimeOffset Clock, long Timestamp) _last = (time.GetUtcNow(), time.GetTimestamp());

    /// <summary>Whether it was set back since this was asked last.</summary>
    public bool WasSetBack()
    {
        lock (_comparing)
        {
            var (before, now) = (_last, (Clock: time.GetUtcNow(), Timestamp: time.GetTimestamp()));
            _last = now;
            return now.Clock - before.Clock < time.GetElapsedTime(before.Timestamp, now.Timestamp) - Tolerance;
        }
    }
}
