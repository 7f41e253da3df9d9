using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>
/// A number about people or studies needs its source where it stands, so that it can be looked up. Where no source can
/// be cited, as in the title or in "In short", it has to stand in the text too, with its source.
/// </summary>
internal static class CitationCheck
{
    public static void Run(WrittenText text, EvidenceRules rules, FileProblems problems)
    {
        var cited = text.Body.Where(passage => passage.IsCited).SelectMany(passage => rules.NumbersThatNeedASource.In(passage.Text))
            .Select(thing => thing.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var passage in text.All.Where(passage => !passage.IsCited))
        {
            var canCite = !passage.IsField && passage.Kind != PassageKind.Heading;
            var uncited = rules.NumbersThatNeedASource.In(passage.Text).Where(thing => canCite || !cited.Contains(thing.Number));
            foreach (var thing in uncited.Take(1))
            {
                problems.Add(passage.PositionOf(thing.Index), ProblemCode.UncitedNumber, $"\"{thing.Text}\" has no source in its paragraph.",
                    canCite
                        ? "Write [@source] behind it, with a source from the field \"sources\", or leave the number out."
                        : "No source can be cited here: write the number in the text as well, with its source behind it, or leave it out.");
            }
        }

        if (text.LacksSources && rules.NeedsSources)
        {
            problems.Add(Position.Start, ProblemCode.NoSources, "The article names no source.", "List what it rests on in the field \"sources\", and cite it where it stands.");
        }
    }
}
