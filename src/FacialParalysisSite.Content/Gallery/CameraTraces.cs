using System.Buffers.Binary;
using System.Text;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>
/// Looks for what cameras and telephones write into a picture beside its pixels. A drawing is saved as PNG and has none of
/// it; photographs come as JPEG, HEIC or WebP, and screenshots as PNG with EXIF or XMP. It stops slips, not somebody who
/// means to pass a photograph off as a drawing.
/// </summary>
internal static class CameraTraces
{
    private const int SignatureLength = 8;

    private const int LongestKeyword = 80;

    /// <summary>
    /// Chunks with EXIF or XMP, after the PNG specification (third edition), section 11.3.4.5, the XMP specification, part 3,
    /// and the habit of ImageMagick to pack them into a text.
    /// </summary>
    private static readonly string[] Keywords = ["XML:com.adobe.xmp", "Raw profile type "];

    /// <summary>Whether a picture may be a photograph: it is no PNG, has such traces, or cannot be read.</summary>
    public static bool MayBeIn(Stream? picture, string mediaType)
    {
        if (picture is null || mediaType != "image/png")
        {
            return true;
        }

        Span<byte> head = stackalloc byte[8 + LongestKeyword];
        picture.Seek(SignatureLength, SeekOrigin.Begin);
        while (picture.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) is >= 8 and var read)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (HoldsTraces(Encoding.Latin1.GetString(head[4..8]), head[8..read][..(int)Math.Min(length, (uint)(read - 8))]))
            {
                return true;
            }

            // Behind the data stands a checksum of four bytes.
            picture.Seek(8 + (long)length + 4 - read, SeekOrigin.Current);
        }

        return false;
    }

    private static bool HoldsTraces(string type, ReadOnlySpan<byte> data) =>
        type == "eXIf" || (type is "iTXt" or "tEXt" or "zTXt" && Encoding.Latin1.GetString(data) is var text && Array.Exists(Keywords, keyword => text.StartsWith(keyword, StringComparison.Ordinal)));
}
