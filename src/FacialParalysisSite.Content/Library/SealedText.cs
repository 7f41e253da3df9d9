using System.Security.Cryptography;
using System.Text;

namespace FacialParalysisSite.Content.Library;

/// <summary>
/// A stored text below a line with its hash, in one file, so that a killed program leaves no text without its hash. What
/// was altered by accident, as by a disk that lost a part of it or by an edit in the wrong folder, is not put on the site.
/// It is no protection from somebody who means to: the hash has no key.
/// </summary>
internal static class SealedText
{
    private const string Mark = "sha256 ";

    /// <summary>Bytes by which a sealed text is longer.</summary>
    public static readonly int Length = Encoding.UTF8.GetByteCount(Seal(""));

    /// <summary>The text with its seal.</summary>
    public static string Seal(string text) => $"{Mark}{HashOf(text)}\n{text}";

    /// <summary>The text as it was sealed; null where it is not that any more, or never was sealed.</summary>
    public static string? Open(string stored)
    {
        var end = stored.IndexOf('\n', StringComparison.Ordinal);
        return end >= 0 && stored[(end + 1)..] is var text && stored[..end] == Mark + HashOf(text) ? text : null;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
