using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>A number about people or studies needs its source where it stands, so that it can be looked up.</summary>
internal static class CitationCheck
{
    public static void Run(WrittenText text, EvidenceRules rules, FileProblems problems)
    {
        foreach (var passage in text.Body.Where(passage => !passage.IsCited && passage.Kind != PassageKind.Heading))
        {
            if (rules.NumberThatNeedsASource?.Match(passage.Text) is { Success: true } number)
            {
                problems.Add(passage.PositionOf(number.Index), ProblemCode.UncitedNumber, $"\"{number.Value}\" has no source in its paragraph.",
                    "Write [@source] behind it, with a source from the field \"sources\", or leave the number out.");
            }
        }

        if (text.LacksSources && rules.NeedsSources)
        {
            problems.Add(Position.Start, ProblemCode.NoSources, "The article names no source.", "List what it rests on in the field \"sources\", and cite it where it stands.");
        }
    }
}
