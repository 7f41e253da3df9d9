using System.Globalization;
using System.Text;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// Words as the search sees them: letters and digits, small, without accents, and plain where a phone or a PDF writes them wide or joined. An apostrophe is left out, because people leave it out: "Bell’s", "bells" and "Bells" are one word.
/// </summary>
internal static class SearchWords
{
    private const int ZeroWidthSpace = 0x200B;

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var place = NextIn(text, 0); place.End > 0; place = NextIn(text, place.End))
        {
            if (Fold(text.AsSpan(place.Start, place.End - place.Start)) is { Length: > 0 } word)
            {
                yield return word;
            }
        }
    }

    /// <summary>The words of a text with one space between them.</summary>
    public static string Fold(string text) => string.Join(' ', In(text));

    /// <summary>Where the next word stands; its end is 0 where there is none.</summary>
    public static (int Start, int End) NextIn(string text, int from)
    {
        for (var start = from; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && LengthAt(text, end, isWithin: end > start) is > 0 and var length)
            {
                end += length;
            }

            if (end > start)
            {
                return (start, end);
            }
        }

        return default;
    }

    /// <summary>A word as it is looked up.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (!Ascii.IsValid(word) || word.Contains('\''))
        {
            var plain = new StringBuilder();
            foreach (var rune in word.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(Rune.IsLetterOrDigit))
            {
                plain.Append(Rune.ToLowerInvariant(rune));
            }

            return plain.ToString();
        }

        return string.Create(word.Length, word, (small, letters) => letters.ToLowerInvariant(small));
    }

    /// <summary>Characters of what stands at a place, where it is part of a word; 0 where it is not, as with half a pair of surrogates.</summary>
    private static int LengthAt(string text, int at, bool isWithin)
    {
        var letter = text[at];
        if (char.IsAscii(letter))
        {
            return char.IsAsciiLetterOrDigit(letter) || (isWithin && letter == '\'') ? 1 : 0;
        }

        return Rune.TryGetRuneAt(text, at, out var rune) && (Rune.IsLetterOrDigit(rune) || (isWithin && (letter == '’' || IsAccent(rune)))) ? rune.Utf16SequenceLength : 0;
    }

    /// <summary>What is seen over a letter or not at all, such as a soft hyphen; but not the space without a width, which parts words.</summary>
    private static bool IsAccent(Rune rune) => rune.Value != ZeroWidthSpace && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
