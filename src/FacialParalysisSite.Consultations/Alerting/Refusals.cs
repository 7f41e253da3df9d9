namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>
/// Remembers people who were asked to call because their request could not be taken, whatever the state of the site is
/// whenever somebody looks: a database that is held half of the time looks well half of the time.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class Refusals(TimeProvider time)
{
    /// <summary>After so long without another one it is over.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private RecentRefusals? _recent;
    private long _last;

    /// <summary>Notes that somebody was asked to call.</summary>
    /// <param name="why">Why, in words that hold nothing of a person.</param>
    public void Note(string why)
    {
        lock (_lock)
        {
            _recent = new RecentRefusals((Current()?.Count ?? 0) + 1, time.GetUtcNow(), why);
            _last = time.GetTimestamp();
        }
    }

    /// <summary>Those of late; null where there are none.</summary>
    public RecentRefusals? Find()
    {
        lock (_lock)
        {
            return Current();
        }
    }

    private RecentRefusals? Current() => time.GetElapsedTime(_last) < Lasting ? _recent : null;
}

/// <summary>People who were asked to call, without an hour between two of them.</summary>
/// <param name="Count">How many.</param>
/// <param name="LastAt">When the last of them was.</param>
/// <param name="Why">Why the last of them was.</param>
internal sealed record RecentRefusals(int Count, DateTimeOffset LastAt, string Why);
