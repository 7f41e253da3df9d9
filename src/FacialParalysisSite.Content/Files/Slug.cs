using System.Globalization;
using System.Text;

namespace FacialParalysisSite.Content.Files;

/// <summary>The part of an address that names one thing: lower-case letters a to z, digits and single hyphens.</summary>
public static class Slug
{
    /// <summary>Words a slug is made of, as told to staff.</summary>
    internal const string Rule = "Use small letters a to z, digits and single hyphens, such as what-is-synkinesis.";

    /// <summary>Whether <paramref name="text"/> can stand in an address as it is.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > 100 || text[0] == '-' || text[^1] == '-' || text.Contains("--", StringComparison.Ordinal))
        {
            return false;
        }

        return text.All(letter => letter is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));
    }

    /// <summary>Makes a slug out of any words: accents fall away, everything else that may not stand becomes a hyphen.</summary>
    public static string From(string words, string whenEmpty)
    {
        var slug = new StringBuilder(words.Length);

        foreach (var letter in Ascii.IsValid(words) ? words : TakenApart(words))
        {
            var lower = char.ToLowerInvariant(letter);
            if (lower is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(lower);
            }
            else if (lower is '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(lower) == UnicodeCategory.NonSpacingMark)
            {
                // "Bell's" is one word, and an accent is part of its letter.
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var made = slug.ToString(0, Math.Min(slug.Length, 80)).Trim('-');
        return made.Length == 0 ? whenEmpty : made;
    }

    /// <summary>Letters and their accents. Half characters become question marks, and U+FFFE falls away: neither can be taken apart.</summary>
    private static string TakenApart(string words) =>
        string.Concat(words.EnumerateRunes().Where(rune => rune.Value != 0xFFFE)).Normalize(NormalizationForm.FormD);
}
