using System.Globalization;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>check --report</c>: one row for each page and article, for people or for a program that reads tables.</summary>
internal static class ReportTable
{
    private static readonly string[] Heads = ["address", "state", "reviewer", "review due", "grade", "words", "errors", "warnings"];

    /// <summary>From this column on there are numbers.</summary>
    private const int FirstNumber = 4;

    /// <summary>Columns of equal width, numbers to the right.</summary>
    public static IEnumerable<string> Aligned(IReadOnlyList<ContentRow> rows)
    {
        var lines = rows.Select(Cells).Prepend(Heads).ToList();
        var widths = Heads.Index().Select(head => lines.Max(line => line[head.Index].Length)).ToList();
        return lines.Select(line => string.Join("  ", line.Index().Select(cell =>
            cell.Index < FirstNumber ? cell.Item.PadRight(widths[cell.Index]) : cell.Item.PadLeft(widths[cell.Index]))).TrimEnd());
    }

    /// <summary>
    /// Lines of a CSV file (RFC 4180), without their ends. No cell can be taken for a formula: each is a path, a word of
    /// the site, a slug, a day or a number.
    /// </summary>
    public static IEnumerable<string> Csv(IReadOnlyList<ContentRow> rows) =>
        rows.Select(Cells).Prepend(Heads).Select(line => string.Join(',', line.Select(Quoted)));

    private static string[] Cells(ContentRow row) =>
    [
        row.Address,
        NameOf(row.State),
        row.Reviewer ?? "",
        row.ReviewDue?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        row.Grade?.ToString("0.0", CultureInfo.InvariantCulture) ?? "",
        row.Words?.ToString(CultureInfo.InvariantCulture) ?? "",
        row.Errors.ToString(CultureInfo.InvariantCulture),
        row.Warnings.ToString(CultureInfo.InvariantCulture),
    ];

    private static string NameOf(ContentState state) => state switch
    {
        ContentState.Published => "published",
        ContentState.Draft => "draft",
        ContentState.AwaitingReview => "awaiting review",
        ContentState.Scheduled => "scheduled",
        ContentState.Withheld => "no permission",
        ContentState.Expired => "expired",
        _ => "faulty",
    };

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
