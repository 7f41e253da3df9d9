namespace FacialParalysisSite.Consultations.Retention;

/// <summary>
/// Tells whether what people wrote is still wiped in time. Goes by a clock that no setting of the time of day changes, and
/// begins anew at each start.
/// </summary>
internal sealed class UpkeepPulse(TimeProvider time)
{
    /// <summary>Longer than a clock that was set keeps wiping waiting (24 hours), and the look of every hour after that.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromHours(26);

    private long _last = time.GetTimestamp();

    /// <summary>How long ago nothing was left to be wiped.</summary>
    public TimeSpan SinceLast => time.GetElapsedTime(Interlocked.Read(ref _last));

    public bool IsLost => SinceLast > Lost;

    public void Beat() => Interlocked.Exchange(ref _last, time.GetTimestamp());
}
