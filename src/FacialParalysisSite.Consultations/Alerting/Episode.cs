namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>
/// Whether something is wrong, without the moments in which it only seems so: a state counts once it has lasted. By a
/// clock that no setting of the time of day changes.
/// </summary>
/// <param name="isWrong">Whether it is taken for wrong at first.</param>
/// <param name="time">The clock.</param>
internal sealed class Episode(bool isWrong, TimeProvider time)
{
    /// <summary>A backup may lock the database for a while, and a jump of the clock makes a mail old that is being sent.</summary>
    private static readonly TimeSpan ToBegin = TimeSpan.FromMinutes(1);

    /// <summary>What comes and goes is one thing that lasts.</summary>
    private static readonly TimeSpan ToEnd = TimeSpan.FromMinutes(5);

    private long? _otherwiseSince;

    public bool IsWrong { get; private set; } = isWrong;

    /// <summary>When what is wrong now was noticed first.</summary>
    public DateTimeOffset BeganAt { get; private set; } = time.GetUtcNow();

    /// <summary>Takes in what was seen just now.</summary>
    /// <returns>Whether something begins to be wrong or ends.</returns>
    public bool Turns(bool seemsWrong)
    {
        if (seemsWrong == IsWrong)
        {
            _otherwiseSince = null;
            return false;
        }

        if (_otherwiseSince is null)
        {
            _otherwiseSince = time.GetTimestamp();
            BeganAt = seemsWrong ? time.GetUtcNow() : BeganAt;
        }

        if (time.GetElapsedTime(_otherwiseSince.Value) < (seemsWrong ? ToBegin : ToEnd))
        {
            return false;
        }

        (IsWrong, _otherwiseSince) = (seemsWrong, null);
        return true;
    }
}
