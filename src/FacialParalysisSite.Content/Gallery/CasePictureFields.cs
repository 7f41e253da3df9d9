using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>The pictures of a case as they are written, put side by side.</summary>
/// <param name="Files">Every picture that is named, right or wrong.</param>
/// <param name="Views">The views that have both their pictures.</param>
internal sealed record CasePictureFields(IReadOnlyList<Located<string>> Files, IReadOnlyList<CaseView> Views)
{
    private const string Before = "before";

    private const string After = "after";

    /// <summary>More than these nobody compares, and each is made in many sizes.</summary>
    private const int MostPictures = 24;

    public static CasePictureFields Read(FieldReader fields)
    {
        var groups = fields.Groups("pictures");
        if (fields.CountOf("pictures") == 0)
        {
            fields.ReportMissing("pictures");
        }
        else if (groups.Count > MostPictures)
        {
            fields.Problems.Add(fields.PositionOf("pictures"), ProblemCode.OutOfRange, $"\"pictures\" has {groups.Count} entries.", $"Write at most {MostPictures}, or make two cases.");
        }

        var pictures = groups.Select(ReadPicture).ToList();
        var views = pictures.Where(picture => picture.View.Length > 0).GroupBy(picture => picture.View, StringComparer.Ordinal)
            .Select(view => Pair(view.Key, view.ToList(), fields)).OfType<CaseView>().ToList();
        return new CasePictureFields(pictures.Where(picture => picture.File.Value.Length > 0).Select(picture => picture.File).ToList(), views);
    }

    private static Entry ReadPicture(FieldReader group)
    {
        var entry = new Entry(
            new Located<string>(group.RequiredText("file", longest: 200) is { Length: > 0 } file ? "images/" + file : "", group.PositionOf("file")),
            group.RequiredText("view", longest: 60),
            group.RequiredChoice("moment", Before, After),
            group.Text("alt", longest: 300));
        group.RefuseOthers();
        if (!group.Has("alt"))
        {
            group.Problems.Add(group.At, ProblemCode.NoAltText, "The picture has no description for people who cannot see it.",
                "Write in \"alt\" what it shows, as it is: which side, and what moves or does not.");
        }

        return entry;
    }

    private static CaseView? Pair(string name, List<Entry> entries, FieldReader fields)
    {
        var before = entries.Where(entry => entry.Moment == Before).ToList();
        var after = entries.Where(entry => entry.Moment == After).ToList();

        // Where a moment cannot be read, that has been named already.
        if (entries.TrueForAll(entry => entry.Moment is not null) && (before.Count != 1 || after.Count != 1))
        {
            fields.Problems.Add(entries[0].File.At, ProblemCode.Contradiction, $"The view \"{name}\" has {before.Count} pictures from before and {after.Count} from after.",
                "Give each view one picture with \"moment: before\" and one with \"moment: after\", so that they stand side by side.");
        }

        return (before, after) is ([{ Alt: not null } first], [{ Alt: not null } second])
            ? new CaseView(name, new CasePicture(first.File.Value, first.Alt), new CasePicture(second.File.Value, second.Alt))
            : null;
    }

    private sealed record Entry(Located<string> File, string View, string? Moment, string? Alt);
}
