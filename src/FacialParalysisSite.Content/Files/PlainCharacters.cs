using System.Buffers;
using System.Text;

namespace FacialParalysisSite.Content.Files;

/// <summary>
/// What no text may have, because it cannot be passed on: Unicode's noncharacters, which are for the use within programs
/// (The Unicode Standard, section 23.7), and halves of pairs. XML 1.0 forbids some of them, and a feed is XML.
/// </summary>
internal static class PlainCharacters
{
    /// <summary>Where the first of them stands; -1 where there is none.</summary>
    public static int IndexOfOther(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text[index..], out var rune, out var length) != OperationStatus.Done || IsNoncharacter(rune))
            {
                return index;
            }

            index += length;
        }

        return -1;
    }

    /// <summary>The last two of each plane, and 32 more.</summary>
    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
