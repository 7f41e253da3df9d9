using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Articles;

/// <summary>The fields of a medical review, which go together.</summary>
internal sealed record ReviewFields(Located<string>? Reviewer, Located<ContentDate>? Reviewed, Located<ContentDate>? ReviewDue)
{
    private static readonly string[] Names = ["reviewer", "reviewed", "reviewDue"];

    public static ReviewFields Read(FieldReader fields)
    {
        var read = new ReviewFields(fields.Slug("reviewer"), fields.Date("reviewed"), fields.Date("reviewDue"));
        var given = Names.Where(fields.Has).ToList();
        if (given.Count is 1 or 2)
        {
            fields.Contradict(given[0], "A review needs the person, the day and the day of the next one.",
                $"Fill in {string.Join(" and ", Names.Except(given).Select(name => $"\"{name}\""))}, or delete the other.");
        }

        if (read is { Reviewed: { } reviewed, ReviewDue: { } due } && !reviewed.Value.IsBefore(due.Value))
        {
            fields.Contradict("reviewDue", "The next review is due before the last one.", "Correct one of the two dates.");
        }

        return read;
    }
}
