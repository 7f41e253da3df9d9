using FacialParalysisSite.Consultations.Outbox;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Retention;

/// <summary>
/// Whether the time of day may be the only witness of something that cannot be undone. Once it was set by more than a day,
/// forward or back, it is believed again when it is where it was, or when the new time has stood for 24 hours by a clock
/// that nobody can set: somebody has time to notice. A machine that slept for days looks the same, and waits as long. A
/// start of the site believes the clock that it finds, because nothing tells how long the site was down.
/// </summary>
internal sealed class ClockTrust(TimeProvider time, ILogger<ClockTrust> log)
{
    /// <summary>So much earlier or later than promised does nobody harm.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    private static readonly TimeSpan Trial = TimeSpan.FromHours(24);

    private readonly Lock _judging = new();
    private readonly ClockWatch _clock = new(time);
    private TimeSpan _moved;
    private bool _isMoved;
    private long _since = time.GetTimestamp();

    /// <summary>Whether the time has stood for 24 hours, also since the start: never, where the site is started anew each day.</summary>
    public bool HasStood => time.GetElapsedTime(Interlocked.Read(ref _since)) >= Trial;

    /// <summary>Judges the clock as it is now.</summary>
    public bool IsBelieved()
    {
        lock (_judging)
        {
            var moved = _clock.Moved();
            _moved += moved;
            if (_moved.Duration() <= Tolerance)
            {
                _isMoved = false;
            }
            else if (!_isMoved || moved.Duration() > Tolerance)
            {
                Doubt();
            }
            else if (HasStood)
            {
                (_isMoved, _moved) = (false, TimeSpan.Zero);
            }

            return !_isMoved;
        }
    }

    private void Doubt()
    {
        _isMoved = true;
        Interlocked.Exchange(ref _since, time.GetTimestamp());
        log.LogWarning("The clock was set {Direction} by {Days:0.0} days, or the machine slept. What people wrote is not wiped by it until it has stood for {Hours} hours",
            _moved > TimeSpan.Zero ? "on" : "back", _moved.Duration().TotalDays, Trial.TotalHours);
    }
}
