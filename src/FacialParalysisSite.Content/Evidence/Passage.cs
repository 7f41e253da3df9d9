using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>What kind of a piece of text it is.</summary>
internal enum PassageKind
{
    /// <summary>A paragraph, an item of a list, a definition.</summary>
    Prose,

    Heading,

    /// <summary>A row of a table, or a term that is defined: words, but no sentences.</summary>
    Words,
}

/// <summary>A piece of a text as a reader sees it, which knows where each of its letters stands in the file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, without marks and citations.</param>
/// <param name="IsCited">Whether a source is cited in it.</param>
/// <param name="Runs">Where its parts begin, in the text and in the file, in order; at least one.</param>
internal sealed record Passage(PassageKind Kind, string Text, bool IsCited, IReadOnlyList<PassageRun> Runs)
{
    /// <summary>A text that stands in a field. YAML may fold it over several lines, so that only its beginning is known.</summary>
    public static Passage OfField(Located<string> field) => new(PassageKind.Prose, field.Value, IsCited: false, [new PassageRun(0, field.At)]) { IsField = true };

    public bool IsField { get; private init; }

    public Position PositionOf(int index)
    {
        if (IsField)
        {
            return Runs[0].At;
        }

        var run = Runs.Last(run => run.Index <= index || run == Runs[0]);
        return run.At with { Column = run.At.Column + Math.Max(0, index - run.Index) };
    }
}

/// <param name="Index">Where the run begins in the passage.</param>
/// <param name="At">Where it begins in the file.</param>
internal readonly record struct PassageRun(int Index, Position At);
