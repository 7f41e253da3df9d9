namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>When a mail that did not go through is tried again.</summary>
internal static class RetrySchedule
{
    /// <summary>
    /// The waits after the first try, the second and so on, together five days: as long as mail servers keep trying
    /// (RFC 5321, section 4.5.4.1).
    /// </summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
        .. Enumerable.Repeat(TimeSpan.FromHours(8), 14),
    ];

    /// <summary>How long to wait after a try at which the program ended: not at all after the first.</summary>
    /// <param name="attempts">How often it was tried, at least 1.</param>
    public static TimeSpan WaitAfterDeath(int attempts) =>
        attempts == 1 ? TimeSpan.Zero : Waits[Math.Min(attempts - 1, Waits.Length) - 1];

    /// <summary>How long to wait after a failed try, or null to give up.</summary>
    /// <param name="attempts">How often it was tried, at least 1.</param>
    /// <param name="jitter">From 0 to 1: spreads tries that failed together over a tenth of the wait.</param>
    public static TimeSpan? WaitAfter(int attempts, double jitter) =>
        attempts <= Waits.Length ? Waits[attempts - 1] * (1 + (0.1 * jitter)) : null;

    /// <summary>The longest wait there can be before the next try; none for a mail that was never tried.</summary>
    /// <param name="attempts">How often it was tried.</param>
    public static TimeSpan LongestWaitAfter(int attempts) => attempts == 0 ? TimeSpan.Zero : WaitAfter(attempts, jitter: 1) ?? Waits[^1];
}
