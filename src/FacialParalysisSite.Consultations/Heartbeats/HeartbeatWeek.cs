namespace FacialParalysisSite.Consultations.Heartbeats;

/// <summary>A week of the clinic, from one weekly mail to the next.</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it was over, and its mail due.</param>
internal sealed record HeartbeatWeek(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Before the first patients call.</summary>
    private static readonly TimeSpan Morning = TimeSpan.FromHours(8);

    private static readonly TimeSpan HalfAWeek = TimeSpan.FromDays(3.5);

    private static readonly TimeSpan OfAnotherClock = TimeSpan.FromDays(10);

    /// <summary>The newest week that is over: it ended on a Monday at eight in the morning of the clinic.</summary>
    public static HeartbeatWeek Before(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var end = local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)) + Morning;
        end = end > local ? end.AddDays(-7) : end;
        return new HeartbeatWeek(Moment(end.AddDays(-7), zone), Moment(end, zone));
    }

    /// <summary>Whether its mail is still to be sent. Half a week leaves room for another time zone that was set meanwhile.</summary>
    public bool IsDueAfter(DateTimeOffset doneUntil) => End - doneUntil > HalfAWeek;

    /// <summary>Whether what was done last was done by a clock that was far ahead of this one.</summary>
    public bool IsOverrunBy(DateTimeOffset doneUntil) => doneUntil - End > OfAnotherClock;

    private static DateTimeOffset Moment(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
