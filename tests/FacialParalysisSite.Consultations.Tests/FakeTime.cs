namespace FacialParalysisSite.Consultations.Tests;

/// <summary>A clock that only moves when a test moves it.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 6, 15, 19, 0, 0, TimeSpan.Zero);
    private TimeSpan _passed = TimeSpan.FromDays(1);

    /// <summary>Whether timers go by this clock, too. Others go by the machine's.</summary>
    public bool HasTimers { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _passed.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (!HasTimers)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            (_now, _passed) = (_now + by, _passed + by);
            due = [.. _timers.Where(timer => timer.IsDue(_passed))];
        }

        due.ForEach(timer => timer.Ring());
    }

    /// <summary>Sets the clock on or back, without time passing.</summary>
    public void Jump(TimeSpan by)
    {
        lock (_lock)
        {
            _now += by;
        }
    }

    private sealed class Timer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan? _due;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                (_due, _period) = (After(dueTime), period);
            }

            return true;
        }

        /// <summary>Rings once for a long time that passes at once.</summary>
        public bool IsDue(TimeSpan passed)
        {
            if (_due is not { } due || due > passed)
            {
                return false;
            }

            _due = After(_period);
            return true;
        }

        public void Ring() => callback(state);

        public void Dispose()
        {
            lock (time._lock)
            {
                _due = null;
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private TimeSpan? After(TimeSpan wait) => wait == Timeout.InfiniteTimeSpan ? null : time._passed + wait;
    }
}
