namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>Tells whether somebody still comes to sending the mails owed. Goes by a clock that no setting of the time of day changes.</summary>
internal sealed class OutboxPulse(TimeProvider time)
{
    /// <summary>Several times as long as the longest try to send a mail.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(10);

    private long _last = time.GetTimestamp();

    /// <summary>How long ago a mail was last tried, or found that none is due.</summary>
    public TimeSpan SinceLast => time.GetElapsedTime(Interlocked.Read(ref _last));

    public bool IsLost => SinceLast > Lost;

    public void Beat() => Interlocked.Exchange(ref _last, time.GetTimestamp());
}
