using System.Collections.Frozen;

namespace FacialParalysisSite.Content.Phrases;

/// <summary>
/// Finds phrases in texts, each where whole words begin and end, the longest first. The kind of an apostrophe and the
/// width of a space do not matter. Its time grows with the text and with how many phrases begin with the same letter;
/// a regular expression of all phrases would be refused where they are many.
/// </summary>
internal sealed class PhraseFinder(IEnumerable<Phrase> phrases)
{
    private readonly FrozenDictionary<char, Phrase[]> _byFirstLetter = phrases.Where(phrase => phrase.Text.Length > 0)
        .GroupBy(phrase => char.ToLowerInvariant(phrase.Text[0]))
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Text.Length).ToArray());

    /// <summary>Where phrases stand in a text, in order and none within another.</summary>
    public IEnumerable<FoundPhrase> In(string text)
    {
        var start = 0;
        while ((start = NextBeginning(text, start)) < text.Length)
        {
            if (LongestAt(text, start) is { } found)
            {
                yield return found;
                start = found.End;
            }
            else
            {
                start++;
            }
        }
    }

    /// <summary>The next place at which a phrase may begin: not within a word.</summary>
    private static int NextBeginning(string text, int start)
    {
        if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            while (start < text.Length && char.IsLetterOrDigit(text[start]))
            {
                start++;
            }
        }

        return start;
    }

    private FoundPhrase? LongestAt(string text, int start)
    {
        if (!_byFirstLetter.TryGetValue(char.ToLowerInvariant(text[start]), out var candidates))
        {
            return null;
        }

        foreach (var phrase in candidates)
        {
            if (phrase.EndIn(text, start) is { } end)
            {
                return new FoundPhrase(phrase, start, text[start..end]);
            }
        }

        return null;
    }
}

/// <param name="Phrase">What was looked for.</param>
/// <param name="Index">Where it begins.</param>
/// <param name="Text">How it is written there.</param>
internal readonly record struct FoundPhrase(Phrase Phrase, int Index, string Text)
{
    public int End => Index + Text.Length;
}
