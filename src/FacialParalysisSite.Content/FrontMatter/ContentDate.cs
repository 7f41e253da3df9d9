using System.Globalization;

namespace FacialParalysisSite.Content.FrontMatter;

/// <summary>
/// A date as staff write it: a day in the clinic's time zone, or an instant where a time and an offset are given.
/// </summary>
public readonly record struct ContentDate
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mmzzz",
        "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:ss zzz"];

    /// <summary>The day as written.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The exact time, where one was written.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>Reads <c>2026-11-22</c> or <c>2026-11-22T09:00:00-08:00</c>; <c>Z</c> stands for the offset of UTC.</summary>
    public static bool TryParse(string text, out ContentDate date)
    {
        date = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            date = new ContentDate { Day = day };
            return IsSensible(day);
        }

        var withOffset = text.EndsWith('Z') ? string.Concat(text.AsSpan(0, text.Length - 1), "+00:00") : text;
        if (!DateTimeOffset.TryParseExact(withOffset, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return false;
        }

        date = new ContentDate { Day = DateOnly.FromDateTime(instant.DateTime), Instant = instant };
        return IsSensible(date.Day);
    }

    /// <summary>The instant from which something with this date counts: the given time, or the day's first moment.</summary>
    public DateTimeOffset StartsAt(TimeZoneInfo clinicTime) => Instant ?? FirstMomentOf(Day, clinicTime);

    /// <summary>The instant at which something that lasts until this date is over: the given time, or the end of the day.</summary>
    public DateTimeOffset EndsAt(TimeZoneInfo clinicTime) => Instant ?? FirstMomentOf(Day.AddDays(1), clinicTime);

    /// <summary>Whether this is the earlier one. On the same day, one without a time is earlier than one with a time.</summary>
    public bool IsBefore(ContentDate other)
    {
        var byDay = Day.CompareTo(other.Day);
        return byDay < 0 || (byDay == 0 && Nullable.Compare(Instant, other.Instant) < 0);
    }

    /// <summary>The latest of some dates.</summary>
    /// <param name="date">A date.</param>
    /// <param name="others">More dates, where there are such.</param>
    public static ContentDate Latest(ContentDate date, params ReadOnlySpan<ContentDate?> others)
    {
        foreach (var other in others)
        {
            date = other is { } given && date.IsBefore(given) ? given : date;
        }

        return date;
    }

    /// <summary>As W3C Datetime has it, for programs: the day, and the time where one was written.</summary>
    public string ToW3C() =>
        Instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Years outside this range are slips of the pen, and would overflow when a day is added.
    private static bool IsSensible(DateOnly day) => day.Year is >= 1900 and <= 2999;

    private static DateTimeOffset FirstMomentOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // In some zones summer time begins at midnight, and the day's first hour does not exist.
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        // Where midnight comes twice, the day begins with the first, which has the larger offset.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset);
    }
}
