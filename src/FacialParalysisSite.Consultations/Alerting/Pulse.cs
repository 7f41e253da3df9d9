namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>
/// Tells whether work that must go on still does. Goes by a clock that no setting of the time of day changes, and begins
/// anew at each start.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="lost">After how long a silence somebody must be told.</param>
internal abstract class Pulse(TimeProvider time, TimeSpan lost)
{
    private long _last = time.GetTimestamp();

    /// <summary>How long ago the work was last known to go on.</summary>
    public TimeSpan SinceLast => time.GetElapsedTime(Interlocked.Read(ref _last));

    public bool IsLost => SinceLast > lost;

    public void Beat() => Interlocked.Exchange(ref _last, time.GetTimestamp());
}
