namespace FacialParalysisSite.Content.Search;

/// <summary>Chooses the few words of a page that show best why it was found.</summary>
internal static class Excerpt
{
    /// <summary>Characters of an excerpt: three lines of a telephone.</summary>
    private const int Length = 170;

    /// <summary>Characters of an answer that is shown whole: "call 911" may be its last words.</summary>
    private const int AnswerLength = 400;

    /// <summary>Characters before the first word that was found.</summary>
    private const int Before = 50;

    /// <summary>A word in a heading counts as much as this many in the text below it.</summary>
    private const double HeadingWeight = 2;

    /// <summary>Finds the best section and the best place in it.</summary>
    /// <param name="text">The text of a page, as <see cref="PageText"/> joins it.</param>
    /// <param name="weights">The words that were looked for, in every form that pages have, with how much each says.</param>
    /// <returns>It, or null where none of the words stands there.</returns>
    public static FoundSection? Of(string text, WordWeights weights)
    {
        FoundSection? best = null;
        foreach (var (index, section) in text.Split(PageText.Section).Index())
        {
            // A heading with nothing below it shows nothing, and a page without any text has one section that is not even parted.
            if (section.Split(PageText.Heading) is not [var heading, { Length: > 0 } body])
            {
                continue;
            }

            var found = new Dictionary<string, double>(StringComparer.Ordinal);
            var marks = MarksIn(body, weights);
            foreach (var (word, weight) in marks.Select(mark => (mark.Word, mark.Weight)).Concat(MarksIn(heading, weights).Select(mark => (mark.Word, mark.Weight * HeadingWeight))))
            {
                found[word] = Math.Max(weight, found.GetValueOrDefault(word));
            }

            if (found.Values.Sum() is var sum && sum > (best?.Weight ?? 0))
            {
                best = new FoundSection(index, heading, body, marks, sum);
            }
        }

        return best;
    }

    /// <summary>Plain text, cut to the length of an excerpt.</summary>
    public static IReadOnlyList<SearchExcerptPart> Plain(string text) => PartsOf(text, [], (0, EndFrom(text, 0, Length)));

    /// <summary>The stretch of a text that has the most telling words in it, cut where words end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">The words in it that were looked for.</param>
    public static IReadOnlyList<SearchExcerptPart> Window(string text, IReadOnlyList<FoundWord> marks) => PartsOf(text, marks, Place(text, marks));

    /// <summary>An answer from its beginning, where it says what matters; a long one where the most telling word stands, if that is further on.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="marks">The words in it that were looked for.</param>
    public static IReadOnlyList<SearchExcerptPart> Answer(string text, IReadOnlyList<FoundWord> marks)
    {
        var end = EndFrom(text, 0, AnswerLength);
        var isFound = marks.Count == 0 || marks.MaxBy(mark => mark.Weight).End <= end;
        return isFound ? PartsOf(text, marks, (0, end)) : Window(text, marks);
    }

    private static List<SearchExcerptPart> PartsOf(string text, IReadOnlyList<FoundWord> marks, (int Start, int End) window)
    {
        var (start, end) = window;
        var parts = new List<SearchExcerptPart>();
        Add(start > 0 ? "… " : "", isFound: false);
        var last = start;
        foreach (var mark in marks.Where(mark => mark.Start >= start && mark.End <= end))
        {
            Add(text[last..mark.Start], isFound: false);
            Add(text[mark.Start..mark.End], isFound: true);
            last = mark.End;
        }

        Add(text[last..end] + (end < text.Length ? " …" : ""), isFound: false);
        return parts;

        void Add(string piece, bool isFound)
        {
            if (piece.Length > 0)
            {
                parts.Add(new SearchExcerptPart(piece, isFound));
            }
        }
    }

    private static List<FoundWord> MarksIn(string text, WordWeights weights)
    {
        var marks = new List<FoundWord>();
        for (var place = SearchWords.NextIn(text, 0); place.End > 0; place = SearchWords.NextIn(text, place.End))
        {
            if (weights.Find(text.AsSpan(place.Start, place.End - place.Start)) is { } found)
            {
                marks.Add(new FoundWord(place.Start, place.End, found.Word, found.Weight));
            }
        }

        return marks;
    }

    private static (int Start, int End) Place(string text, IReadOnlyList<FoundWord> marks)
    {
        var first = 0;
        var most = 0.0;
        foreach (var mark in marks)
        {
            var weight = marks.Where(other => other.Start >= mark.Start && other.End <= mark.Start + Length - Before).DistinctBy(other => other.Word).Sum(other => other.Weight);
            (first, most) = weight > most ? (mark.Start, weight) : (first, most);
        }

        var start = first <= Before ? 0 : SentenceOrWordAfter(text, first - Before, first);
        return (start, EndFrom(text, start, Length));
    }

    private static int EndFrom(string text, int start, int length)
    {
        var end = start + length >= text.Length ? text.Length : text.LastIndexOf(' ', start + length);
        return end > start ? end : WholeRunes(text, Math.Min(text.Length, start + length));
    }

    /// <summary>The beginning of a sentence between two places, else that of a word.</summary>
    private static int SentenceOrWordAfter(string text, int from, int to)
    {
        var sentence = text.LastIndexOfAny(['.', '?', '!'], to - 1, to - from);
        var space = text.IndexOf(' ', Math.Max(from, sentence));
        return space >= 0 && space < to ? space + 1 : WholeRunes(text, from);
    }

    /// <summary>Half a pair of surrogates is no letter.</summary>
    private static int WholeRunes(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}

/// <summary>The section of a page in which the words were found.</summary>
/// <param name="Index">Which one it is; the first is 0.</param>
/// <param name="Heading">Its heading; may be empty.</param>
/// <param name="Text">What stands below it.</param>
/// <param name="Marks">Where the words stand in the text.</param>
/// <param name="Weight">How much of what was looked for it has.</param>
internal sealed record FoundSection(int Index, string Heading, string Text, IReadOnlyList<FoundWord> Marks, double Weight)
{
    /// <summary>A few of its words around those that were found.</summary>
    public IReadOnlyList<SearchExcerptPart> Excerpt => Search.Excerpt.Window(Text, Marks);

    /// <summary>The same of a section that answers a question.</summary>
    public IReadOnlyList<SearchExcerptPart> Answer => Search.Excerpt.Answer(Text, Marks);
}

/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its last letter.</param>
/// <param name="Word">The word, folded.</param>
/// <param name="Weight">How much it says.</param>
internal readonly record struct FoundWord(int Start, int End, string Word, double Weight);
