using System.Buffers.Binary;

namespace FacialParalysisSite.Content.Pictures.Reading;

/// <summary>Whether a camera was held upright, after Exif 2.32, section 4.6.4, tag 0x0112: TIFF with a list of fields.</summary>
internal static class ExifOrientation
{
    private const ushort Orientation = 0x0112;

    private const ushort Short = 3;

    private const int FieldLength = 12;

    /// <summary>Values 5 to 8 stand for a quarter turn.</summary>
    private const ushort FirstTurned = 5;

    private const ushort LastTurned = 8;

    /// <summary>Whether width and height change places; not where nothing can be read.</summary>
    /// <param name="tiff">From the byte order on.</param>
    public static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return false;
        }

        var isLittle = tiff[0] == (byte)'I';
        var list = ReadUInt32(tiff[4..], isLittle);
        if (list > tiff.Length - 2)
        {
            return false;
        }

        var count = ReadUInt16(tiff[(int)list..], isLittle);
        var fields = tiff[((int)list + 2)..];
        for (var index = 0; index < count && fields.Length >= FieldLength; index++, fields = fields[FieldLength..])
        {
            if (ReadUInt16(fields, isLittle) == Orientation)
            {
                return ReadUInt16(fields[2..], isLittle) == Short && ReadUInt16(fields[8..], isLittle) is >= FirstTurned and <= LastTurned;
            }
        }

        return false;
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint ReadUInt32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
