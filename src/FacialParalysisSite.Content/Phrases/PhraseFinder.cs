using System.Buffers;
using System.Collections.Frozen;

namespace FacialParalysisSite.Content.Phrases;

/// <summary>
/// Finds phrases in texts, each where whole words begin and end, the longest first. The kind of an apostrophe and the
/// width of a space do not matter. Its time grows with the text and with how many phrases begin with the same letter;
/// a regular expression of all phrases would be refused where they are many.
/// </summary>
internal sealed class PhraseFinder
{
    private readonly FrozenDictionary<char, Phrase[]> _byFirstLetter;

    /// <summary>The beginnings of all phrases, which are looked for at once; null where one of them cannot be looked for so.</summary>
    private readonly SearchValues<string>? _beginnings;

    public PhraseFinder(IEnumerable<Phrase> phrases)
    {
        var all = phrases.Where(phrase => phrase.Text.Length > 0).ToList();
        _byFirstLetter = all.GroupBy(phrase => char.ToLowerInvariant(phrase.Text[0]))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Text.Length).ToArray());
        var beginnings = all.Select(phrase => BeginningOf(phrase.Text)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        _beginnings = beginnings.Contains("") ? null : SearchValues.Create(beginnings, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where phrases stand in a text, in order and none within another.</summary>
    public IEnumerable<FoundPhrase> In(string text)
    {
        var start = 0;
        while ((start = NextBeginning(text, start)) < text.Length)
        {
            if (IsWithinWord(text, start) || LongestAt(text, start) is not { } found)
            {
                start++;
            }
            else
            {
                yield return found;
                start = found.End;
            }
        }
    }

    /// <summary>What every way to write the phrase begins with, but for capitals: up to a space, an apostrophe or an accent.</summary>
    private static string BeginningOf(string phrase) =>
        string.Concat(phrase.TakeWhile(letter => char.IsAscii(letter) && letter != '\'' && !char.IsWhiteSpace(letter)));

    /// <summary>The next place at which a phrase may begin.</summary>
    private int NextBeginning(string text, int start)
    {
        if (_beginnings is null)
        {
            return start;
        }

        var next = text.AsSpan(start).IndexOfAny(_beginnings);
        return next < 0 ? text.Length : start + next;
    }

    private static bool IsWithinWord(string text, int start) =>
        start > 0 && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[start - 1]);

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
