namespace FacialParalysisSite.Content.Search;

/// <summary>
/// A part of a page that is searched. What it weighs was measured with the questions of the tests; the order of
/// the answers hardly changes with half or twice as much.
/// </summary>
/// <param name="Table">Its full-text table.</param>
/// <param name="Weight">What a word in it says of a page, beside one in the text.</param>
/// <param name="LengthMatters">How far a word says less in a long one: 0 for not at all, 1 for in proportion (b of BM25).</param>
internal sealed record SearchField(string Table, double Weight, double LengthMatters)
{
    /// <summary>k1 of BM25, at its usual value.</summary>
    private const double Saturation = 1.2;

    /// <summary>Title; "In short"; summary, headings, subjects and people; text. Their places are the bits of <see cref="PageWithWord"/>.</summary>
    public static IReadOnlyList<SearchField> All { get; } = [new("title", 2, 0.5), new("in_short", 1.5, 0.3), new("head", 1, 0.75), new("body", 1, 0.3)];

    /// <summary>What a word in it says of a page.</summary>
    /// <param name="words">How many words this page has there.</param>
    /// <param name="usual">How many the pages that have any there have on the average.</param>
    public float WeightAt(int words, double usual) =>
        (float)(Weight * (Saturation + 1) / (1 + (Saturation * (1 - LengthMatters + (LengthMatters * words / Math.Max(1, usual))))));
}

/// <summary>A page that has a word.</summary>
/// <param name="Page">Its number.</param>
/// <param name="Fields">A bit for each of <see cref="SearchField.All"/> that has the word.</param>
internal readonly record struct PageWithWord(int Page, byte Fields);
