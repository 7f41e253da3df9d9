using System.Globalization;
using System.Text;

namespace FacialParalysisSite.Consultations.Forms;

/// <summary>What people type and paste, without what nobody sees.</summary>
internal static class TypedText
{
    /// <summary>Letters by their category that show nothing: the fillers of Hangul.</summary>
    private const string Fillers = "\u115f\u1160\u3164\uffa0";

    /// <summary>
    /// An e-mail address or a phone number: copied from elsewhere, these bring marks of direction and odd spaces along.
    /// </summary>
    /// <returns>The text without them; null where nothing is left.</returns>
    public static string? Contact(string? text) =>
        Trimmed(string.Concat((text ?? "").Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format).Select(letter => letter == '\t' || char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator ? ' ' : letter)));

    /// <summary>The text without spaces around it; null where it shows nothing.</summary>
    public static string? Trimmed(string? text) => text?.EnumerateRunes().Any(IsSeen) == true ? text.Trim() : null;

    /// <summary>
    /// Whether a character means the same to whoever receives it. Those for private use do not, and Unicode's noncharacters
    /// (section 23.7) are not for interchange; half a character is read as U+FFFD, which stands for what was lost.
    /// </summary>
    public static bool IsExchanged(Rune rune) =>
        Rune.GetUnicodeCategory(rune) != UnicodeCategory.PrivateUse
        && (rune.Value & 0xfffe) != 0xfffe
        && rune.Value is not (>= 0xfdd0 and <= 0xfdef or 0xfffd);

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !Fillers.Contains(rune.ToString(), StringComparison.Ordinal);
}
