using System.Globalization;
using System.Text;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// Words as the search sees them: small letters without accents, parted where SQLite's tokenizer <c>unicode61</c> parts
/// them. An apostrophe is left out, because people leave it out: "Bell’s", "bells" and "Bells" are one word.
/// </summary>
internal static class SearchWords
{
    /// <summary>The words of a text, in order.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Plain(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune));
            }
            else if (!IsWithinAWord(rune))
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>The words of a text with one space between them.</summary>
    public static string Fold(string text) => string.Join(' ', In(text));

    /// <summary>Letters and accents apart. What is not text at all, half a pair of surrogates, becomes a sign that parts words.</summary>
    private static string Plain(string text)
    {
        var whole = Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        return whole.Normalize(NormalizationForm.FormD);
    }

    private static bool IsWithinAWord(Rune rune) =>
        rune.Value is '\'' or '’' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
}
