using System.Buffers.Binary;

namespace FacialParalysisSite.Content.Pictures.Reading;

/// <summary>Walks the chunks of a WebP, after RFC 9649, section 2, to the end that its head names.</summary>
internal static class WebPHeader
{
    /// <summary>"RIFF", the length and "WEBP".</summary>
    private const int Head = 12;

    /// <summary>Type and length.</summary>
    private const int Frame = 8;

    private const int LossyMask = 0x3FFF;

    private const int LosslessMask = 0x3FFF;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var end = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L;
        var (width, height) = (0, 0);
        var (isTurned, hasMetadata, hasOtherColours, hasPixels, hasCanvas, isCutOff) = (false, false, false, false, false, bytes.Length < end);
        var rest = bytes[Head..(int)Math.Clamp(end, Head, bytes.Length)];
        while (rest.Length >= Frame && !isCutOff)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            isCutOff = length > rest.Length - Frame;
            var data = rest[Frame..(int)Math.Min(rest.Length, Frame + (long)length)];
            var type = rest[..4];
            if (type.SequenceEqual("VP8X"u8) && data.Length >= 10 && !hasCanvas && !hasPixels)
            {
                // Programs unpack the first canvas, so a small one behind it must not hide a huge one.
                hasCanvas = true;
                (width, height) = (1 + ReadUInt24(data[4..]), 1 + ReadUInt24(data[7..]));
            }
            else if (!hasCanvas && !hasPixels)
            {
                (width, height) = SizeOf(type, data);
            }

            hasPixels |= type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8) || type.SequenceEqual("ANMF"u8);
            hasOtherColours |= type.SequenceEqual("ICCP"u8);
            hasMetadata |= type.SequenceEqual("EXIF"u8) || type.SequenceEqual("XMP "u8) || type.SequenceEqual("ICCP"u8);
            isTurned |= type.SequenceEqual("EXIF"u8) && ExifOrientation.IsTurned(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);

            // Each chunk is filled up to an even length; the last one may lack that byte.
            rest = rest[(int)Math.Min(rest.Length, Frame + length + (length & 1L))..];
        }

        return width == 0 ? null : PictureHeader.Of(width, height, isTurned) with { IsWhole = hasPixels && !isCutOff, HasMetadata = hasMetadata, HasOtherColours = hasOtherColours };
    }

    /// <summary>The size in the pixels' own head: RFC 6386, section 9.1, and RFC 9649, section 3.4.</summary>
    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        if (type.SequenceEqual("VP8 "u8) && data.Length >= 10)
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & LossyMask, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & LossyMask);
        }

        if (type.SequenceEqual("VP8L"u8) && data.Length >= 5)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return (1 + (int)(bits & LosslessMask), 1 + (int)((bits >> 14) & LosslessMask));
        }

        return (0, 0);
    }

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
