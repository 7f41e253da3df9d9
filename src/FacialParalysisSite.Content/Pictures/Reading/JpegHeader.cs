using System.Buffers.Binary;

namespace FacialParalysisSite.Content.Pictures.Reading;

/// <summary>Walks the segments of a JPEG, after ITU-T T.81, annex B, to its end mark. What cameras hang behind it counts for nothing.</summary>
internal static class JpegHeader
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Comment = 0xFE;
    private const byte Jfif = 0xE0;
    private const byte Exif = 0xE1;
    private const byte Profile = 0xE2;
    private const byte Adobe = 0xEE;

    /// <summary>Cyan, magenta, yellow and black.</summary>
    private const byte PartsForPrinting = 4;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var (width, height) = (0, 0);
        bool? isTurned = null;
        var (hasMetadata, hasOtherColours) = (false, false);
        var rest = bytes[2..];
        while (Next(ref rest) is { } marker)
        {
            if (marker == EndOfImage)
            {
                return PictureHeader.Of(width, height, isTurned == true) with { IsWhole = true, HasMetadata = hasMetadata, HasOtherColours = hasOtherColours };
            }

            if (IsAlone(marker))
            {
                continue;
            }

            if (rest.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(rest) is var length && (length < 2 || length > rest.Length))
            {
                break;
            }

            var data = rest[2..length];
            rest = rest[length..];
            if (IsFrame(marker) && data.Length >= 5 && width == 0)
            {
                // Programs unpack the first frame, so a small one behind it must not hide a huge one.
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]));
                hasOtherColours |= data.Length >= 6 && data[5] == PartsForPrinting;
            }
            else if (marker == Exif && data.StartsWith("Exif\0"u8) && data.Length > 6)
            {
                isTurned ??= ExifOrientation.IsTurned(data[6..]);
            }

            hasOtherColours |= marker == Profile && data.StartsWith("ICC_PROFILE\0"u8);
            hasMetadata |= marker is Comment or (> Jfif and < Adobe) or (> Adobe and <= 0xEF);
            if (marker == StartOfScan)
            {
                rest = BehindScan(rest);
            }
        }

        return width == 0 ? null : PictureHeader.Of(width, height, isTurned == true) with { HasMetadata = hasMetadata, HasOtherColours = hasOtherColours };
    }

    /// <summary>Takes the next marker, before which any number of 0xFF may stand; null where there is none.</summary>
    private static byte? Next(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 2 || rest[0] != 0xFF)
        {
            return null;
        }

        var start = rest.IndexOfAnyExcept((byte)0xFF);
        if (start < 0)
        {
            return null;
        }

        var marker = rest[start];
        rest = rest[(start + 1)..];
        return marker;
    }

    /// <summary>The markers of a scan are those that are no pixels (0xFF00) and do not begin anew within it.</summary>
    private static ReadOnlySpan<byte> BehindScan(ReadOnlySpan<byte> rest)
    {
        for (var at = rest.IndexOf((byte)0xFF); at >= 0 && at + 1 < rest.Length;)
        {
            if (rest[at + 1] is not 0x00 and not 0xFF && !IsAlone(rest[at + 1]))
            {
                return rest[at..];
            }

            var step = rest[at + 1] == 0xFF ? 1 : 2;
            var next = rest[(at + step)..].IndexOf((byte)0xFF);
            at = next < 0 ? -1 : at + step + next;
        }

        return [];
    }

    private static bool IsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    /// <summary>SOF0 to SOF15, without the tables that have their numbers among them.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
