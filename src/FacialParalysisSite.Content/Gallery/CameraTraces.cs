using System.Buffers.Binary;
using FacialParalysisSite.Content.Pictures;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>
/// Looks for what cameras and telephones write into a picture beside its pixels. A drawing is saved as PNG and has none of
/// it; photographs come as JPEG, HEIC or WebP, and screenshots as PNG with EXIF or XMP. It stops slips, not somebody who
/// means to pass a photograph off as a drawing.
/// </summary>
internal static class CameraTraces
{
    private const int SignatureLength = 8;

    /// <summary>Length, type and checksum.</summary>
    private const int Frame = 12;

    /// <summary>Whether a picture may be a photograph: it is no PNG, or has such traces.</summary>
    /// <param name="picture">All of its bytes, up to its end.</param>
    /// <param name="format">What it is.</param>
    public static bool MayBeIn(ReadOnlySpan<byte> picture, PictureFormat format)
    {
        if (format != PictureFormat.Png)
        {
            return true;
        }

        var rest = picture[SignatureLength..];
        while (rest.Length >= Frame && BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length <= rest.Length - Frame)
        {
            if (HoldsTraces(rest[4..8], rest[8..(8 + (int)length)]))
            {
                return true;
            }

            rest = rest[(Frame + (int)length)..];
        }

        return false;
    }

    /// <summary>
    /// Chunks with EXIF or XMP, after the PNG specification (third edition), section 11.3.4.5, the XMP specification, part 3,
    /// and the habit of ImageMagick to pack them into a text.
    /// </summary>
    private static bool HoldsTraces(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data) =>
        type.SequenceEqual("eXIf"u8)
        || ((type.SequenceEqual("iTXt"u8) || type.SequenceEqual("tEXt"u8) || type.SequenceEqual("zTXt"u8))
            && (data.StartsWith("XML:com.adobe.xmp"u8) || data.StartsWith("Raw profile type "u8)));
}
