using System.Text.RegularExpressions;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>A sentence, or an item of a list that is less than one.</summary>
internal sealed partial record Sentence(string Text, Position At)
{
    /// <summary>What ends with a full stop without ending the sentence.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "Dr", "Mr", "Mrs", "Ms", "Jr", "Sr", "St", "Prof", "vs", "e.g", "i.e", "U.S", "a.m", "p.m",
    };

    public IReadOnlyList<string> Words { get; } = WordsOf(Text);

    public static IEnumerable<Sentence> In(Passage passage)
    {
        var start = 0;
        foreach (var end in Ends().Matches(passage.Text).Where(end => !IsAbbreviation(passage.Text.AsSpan(0, end.Index))).Select(end => end.Index + end.Groups[1].Length))
        {
            yield return Of(passage, start, end);
            start = end;
        }

        if (start < passage.Text.Length)
        {
            yield return Of(passage, start, passage.Text.Length);
        }
    }

    /// <summary>Letters and figures, with what holds a word together: Bell’s, off-label, 3.5.</summary>
    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length; start++)
        {
            if (IsOfWord(text[start]))
            {
                var end = EndOfWord(text, start);
                words.Add(text[start..end]);
                start = end;
            }
        }

        return words;
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsOfWord(text[end]) || (text[end] is '’' or '\'' or '.' or ',' or '-' && end + 1 < text.Length && IsOfWord(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsOfWord(char letter) => char.IsLetter(letter) || char.IsNumber(letter);

    private static Sentence Of(Passage passage, int start, int end)
    {
        var text = passage.Text[start..end];
        return new Sentence(text.Trim(), passage.PositionOf(start + text.Length - text.TrimStart().Length));
    }

    /// <summary>A capital by itself is the first letter of a name; "I" ends a sentence, as in "grade I."</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '(', '“') + 1)..];
        return (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I') || Abbreviations.Contains(word.ToString());
    }

    /// <summary>
    /// The end of a sentence, with the space behind it: what follows begins like a new one. It is looked for only where a row of
    /// full stops begins, so that a long row takes no longer than its length.
    /// </summary>
    [GeneratedRegex("""(?<![.!?])([.!?]+[”’"')\]]*\s+)[“‘"'(\[]*[\p{Lu}\d]""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ends();
}
