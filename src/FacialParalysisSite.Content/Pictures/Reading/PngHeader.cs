using System.Buffers.Binary;

namespace FacialParalysisSite.Content.Pictures.Reading;

/// <summary>Walks the chunks of a PNG, after its specification (third edition), section 5, to the last one.</summary>
internal static class PngHeader
{
    private const int SignatureLength = 8;

    /// <summary>Length, type and checksum.</summary>
    private const int Frame = 12;

    private const int LengthOfSize = 13;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[SignatureLength..];
        if (rest.Length < Frame + LengthOfSize || !rest[4..].StartsWith("IHDR"u8) || BinaryPrimitives.ReadUInt32BigEndian(rest) != LengthOfSize)
        {
            return null;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(rest[8..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(rest[12..]);
        if (width > int.MaxValue || height > int.MaxValue)
        {
            return null;
        }

        var (isTurned, hasMetadata, hasPixels, hasOtherColours) = (false, false, false, false);
        while (rest.Length >= Frame && BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length <= rest.Length - Frame)
        {
            var type = rest[4..8];
            if (type.SequenceEqual("IEND"u8))
            {
                return PictureHeader.Of((int)width, (int)height, isTurned) with { IsWhole = hasPixels, HasMetadata = hasMetadata, HasOtherColours = hasOtherColours };
            }

            if (type.SequenceEqual("eXIf"u8))
            {
                isTurned = ExifOrientation.IsTurned(rest[8..(8 + (int)length)]);
            }

            hasOtherColours |= type.SequenceEqual("iCCP"u8);
            hasPixels |= type.SequenceEqual("IDAT"u8);
            hasMetadata |= IsMetadata(type);
            rest = rest[(Frame + (int)length)..];
        }

        return PictureHeader.Of((int)width, (int)height, isTurned) with { HasMetadata = hasMetadata, HasOtherColours = hasOtherColours };
    }

    private static bool IsMetadata(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("eXIf"u8) || type.SequenceEqual("iCCP"u8) || type.SequenceEqual("tEXt"u8)
        || type.SequenceEqual("zTXt"u8) || type.SequenceEqual("iTXt"u8) || type.SequenceEqual("tIME"u8);
}
