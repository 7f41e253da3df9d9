namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>
/// How long a mail has waited: by the time of day, or by how long it has been seen here where that is longer. A clock that
/// was set back makes a mail one of the future, and it would be late only when that has come.
/// </summary>
internal sealed class WaitingAge(TimeProvider time)
{
    private readonly Lock _comparing = new();
    private (DateTimeOffset Since, long SeenAt)? _oldest;

    /// <summary>The age of the mail that has waited longest; zero where there is none.</summary>
    /// <param name="oldest">When it came to be owed; null where there is none.</param>
    public TimeSpan Of(DateTimeOffset? oldest)
    {
        lock (_comparing)
        {
            if (oldest is not { } since)
            {
                _oldest = null;
                return TimeSpan.Zero;
            }

            if (_oldest?.Since != since)
            {
                _oldest = (since, time.GetTimestamp());
            }

            var (byClock, seen) = (time.GetUtcNow() - since, time.GetElapsedTime(_oldest.Value.SeenAt));
            return byClock > seen ? byClock : seen;
        }
    }
}
