namespace FacialParalysisSite.Content.Search;

/// <summary>Chooses the few words of a page that show best why it was found.</summary>
internal static class Excerpt
{
    /// <summary>Characters of an excerpt: three lines of a telephone.</summary>
    private const int Length = 170;

    /// <summary>Characters before the first word that was found.</summary>
    private const int Before = 50;

    /// <summary>A word in a heading counts as much as this many in the text below it.</summary>
    private const double HeadingWeight = 2;

    /// <summary>Finds the best section and the best place in it.</summary>
    /// <param name="marked">The text of a page with the words that were looked for marked.</param>
    /// <param name="weightOf">How much a word says: the rarer, the more.</param>
    public static FoundSection? Of(string marked, Func<string, double> weightOf)
    {
        FoundSection? best = null;
        foreach (var (index, section) in marked.Split(SearchDatabase.Section).Index())
        {
            var parted = section.Split(SearchDatabase.Heading, 2);
            var (heading, text) = (PartsOf(parted[0]), PartsOf(parted[1]));
            var weights = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (parts, factor) in new[] { (heading, HeadingWeight), (text, 1) })
            {
                foreach (var word in parts.Where(part => part.IsFound).SelectMany(part => SearchWords.In(part.Text)))
                {
                    weights[word] = Math.Max(weights.GetValueOrDefault(word), factor * weightOf(word));
                }
            }

            var weight = weights.Values.Sum();
            if (weight > (best?.Weight ?? 0))
            {
                best = new FoundSection(index, string.Concat(heading.Select(part => part.Text)), text, weight);
            }
        }

        return best is null ? null : best with { Parts = Window(best.Parts, weightOf) };
    }

    /// <summary>Plain text, cut to the length of an excerpt.</summary>
    public static IReadOnlyList<SearchExcerptPart> Plain(string text) => Window([new SearchExcerptPart(text, IsFound: false)], _ => 0);

    private static List<SearchExcerptPart> PartsOf(string marked)
    {
        var parts = new List<SearchExcerptPart>();
        foreach (var (index, piece) in marked.Split(SearchDatabase.Begin).Index())
        {
            var end = index == 0 ? -1 : piece.IndexOf(SearchDatabase.End, StringComparison.Ordinal);
            if (end >= 0)
            {
                parts.Add(new SearchExcerptPart(piece[..end], IsFound: true));
            }

            if (piece.Length > end + 1)
            {
                parts.Add(new SearchExcerptPart(piece[(end + 1)..], IsFound: false));
            }
        }

        return parts;
    }

    /// <summary>The stretch of the text that has the most telling words in it, cut where words end.</summary>
    private static List<SearchExcerptPart> Window(IReadOnlyList<SearchExcerptPart> parts, Func<string, double> weightOf)
    {
        var text = string.Concat(parts.Select(part => part.Text));
        var marks = new List<(int Start, int End, string Word)>();
        var at = 0;
        foreach (var part in parts)
        {
            if (part.IsFound)
            {
                marks.Add((at, at + part.Text.Length, SearchWords.Fold(part.Text)));
            }

            at += part.Text.Length;
        }

        var (start, end) = Place(text, marks, weightOf);
        var cut = new List<SearchExcerptPart>();
        Add(start > 0 ? "… " : "", isFound: false);
        var last = start;
        foreach (var mark in marks.Where(mark => mark.Start >= start && mark.End <= end))
        {
            Add(text[last..mark.Start], isFound: false);
            Add(text[mark.Start..mark.End], isFound: true);
            last = mark.End;
        }

        Add(text[last..end] + (end < text.Length ? " …" : ""), isFound: false);
        return cut;

        void Add(string piece, bool isFound)
        {
            if (piece.Length > 0)
            {
                cut.Add(new SearchExcerptPart(piece, isFound));
            }
        }
    }

    private static (int Start, int End) Place(string text, List<(int Start, int End, string Word)> marks, Func<string, double> weightOf)
    {
        var first = 0;
        var most = 0.0;
        foreach (var mark in marks)
        {
            var weight = marks.Where(other => other.Start >= mark.Start && other.End <= mark.Start + Length - Before).DistinctBy(other => other.Word).Sum(other => weightOf(other.Word));
            (first, most) = weight > most ? (mark.Start, weight) : (first, most);
        }

        var start = first <= Before ? 0 : SentenceOrWordAfter(text, first - Before, first);
        var end = start + Length >= text.Length ? text.Length : text.LastIndexOf(' ', start + Length);
        return (start, end > start ? end : WholeRunes(text, Math.Min(text.Length, start + Length)));
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
/// <param name="Parts">A few of its words.</param>
/// <param name="Weight">How much of what was looked for it has.</param>
internal sealed record FoundSection(int Index, string Heading, IReadOnlyList<SearchExcerptPart> Parts, double Weight);
