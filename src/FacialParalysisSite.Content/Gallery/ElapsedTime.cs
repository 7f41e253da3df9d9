using System.Globalization;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>A length of time as people say it: three months, one year.</summary>
/// <param name="Count">How many, from 1 to 99.</param>
/// <param name="Unit"><c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</param>
public readonly record struct ElapsedTime(int Count, string Unit)
{
    private static readonly string[] Units = ["day", "week", "month", "year"];

    /// <summary>As it is read: <c>3 months</c>.</summary>
    public override string ToString() => Count == 1 ? $"1 {Unit}" : string.Create(CultureInfo.InvariantCulture, $"{Count} {Unit}s");

    /// <summary>Reads <c>3 months</c>.</summary>
    internal static bool TryParse(string text, out ElapsedTime time)
    {
        time = default;
        if (text.Split(' ') is not [var number, var word] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > 99 || Array.Find(Units, unit => word == unit || word == unit + "s") is not { } found)
        {
            return false;
        }

        time = new ElapsedTime(count, found);
        return true;
    }
}
