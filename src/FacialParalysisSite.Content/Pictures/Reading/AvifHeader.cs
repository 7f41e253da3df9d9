using System.Buffers.Binary;

namespace FacialParalysisSite.Content.Pictures.Reading;

/// <summary>
/// Walks the boxes of an AVIF, after ISO/IEC 14496-12 and 23008-12: the size and the turn of its main picture, and whether
/// the last box ends where the file does.
/// </summary>
internal static class AvifHeader
{
    /// <summary>Pictures that claim more properties are none.</summary>
    private const int MostProperties = 256;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var boxes = new BoxReader(bytes);
        PictureHeader? header = null;
        var hasPixels = false;
        while (boxes.Next(out var type, out var data))
        {
            if (type.SequenceEqual("meta"u8) && data.Length > 4)
            {
                header = ReadMeta(data[4..]);
            }

            hasPixels |= type.SequenceEqual("mdat"u8);
        }

        return header is null ? null : header with { IsWhole = boxes.IsWhole && hasPixels };
    }

    private static PictureHeader? ReadMeta(ReadOnlySpan<byte> meta)
    {
        var boxes = new BoxReader(meta);
        var main = -1L;
        var hasMetadata = false;
        ReadOnlySpan<byte> properties = [];
        while (boxes.Next(out var type, out var data))
        {
            if (type.SequenceEqual("pitm"u8) && data.Length >= 6)
            {
                main = data[0] == 0 ? BinaryPrimitives.ReadUInt16BigEndian(data[4..]) : data.Length >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(data[4..]) : -1;
            }
            else if (type.SequenceEqual("iprp"u8))
            {
                properties = data;
            }
            else if (type.SequenceEqual("iinf"u8))
            {
                // Items of other kinds than pictures: Exif, and XMP as "mime".
                hasMetadata = data.IndexOf("Exif"u8) >= 0 || data.IndexOf("mime"u8) >= 0;
            }
        }

        return ReadProperties(properties, main, hasMetadata);
    }

    private static PictureHeader? ReadProperties(ReadOnlySpan<byte> container, long main, bool hasMetadata)
    {
        ReadOnlySpan<byte> all = [];
        var used = new List<int>();
        var boxes = new BoxReader(container);
        while (boxes.Next(out var type, out var data))
        {
            if (type.SequenceEqual("ipco"u8))
            {
                all = data;
            }
            else if (type.SequenceEqual("ipma"u8))
            {
                used.AddRange(PropertiesOf(main, data));
            }
        }

        var (width, height, isTurned, hasProfile, number) = (0u, 0u, false, false, 0);
        var list = new BoxReader(all);
        while (list.Next(out var type, out var data) && ++number <= MostProperties)
        {
            hasProfile |= type.SequenceEqual("colr"u8) && (data.StartsWith("prof"u8) || data.StartsWith("rICC"u8));

            if (!used.Contains(number))
            {
                continue;
            }

            if (type.SequenceEqual("ispe"u8) && data.Length >= 12)
            {
                (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data[4..]), BinaryPrimitives.ReadUInt32BigEndian(data[8..]));
            }
            else if (type.SequenceEqual("irot"u8) && data.Length >= 1)
            {
                isTurned = (data[0] & 1) == 1;
            }
        }

        return width is 0 or > int.MaxValue || height is 0 or > int.MaxValue ? null : PictureHeader.Of((int)width, (int)height, isTurned) with { HasMetadata = hasMetadata || hasProfile, HasOtherColours = hasProfile };
    }

    /// <summary>The numbers of the properties that an item has, from 1: ISO/IEC 23008-12, section 9.3.</summary>
    private static List<int> PropertiesOf(long item, ReadOnlySpan<byte> data)
    {
        var numbers = new List<int>();
        if (data.Length < 8)
        {
            return numbers;
        }

        var (idLength, numberLength) = (data[0] == 0 ? 2 : 4, (data[3] & 1) == 1 ? 2 : 1);
        var entries = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        var rest = data[8..];
        for (var entry = 0u; entry < entries && rest.Length > idLength; entry++)
        {
            var id = idLength == 2 ? BinaryPrimitives.ReadUInt16BigEndian(rest) : BinaryPrimitives.ReadUInt32BigEndian(rest);
            var count = rest[idLength];
            rest = rest[(idLength + 1)..];
            for (var index = 0; index < count && rest.Length >= numberLength; index++, rest = rest[numberLength..])
            {
                if (id == item)
                {
                    // The first bit says that the property must be understood.
                    numbers.Add(numberLength == 1 ? rest[0] & 0x7F : BinaryPrimitives.ReadUInt16BigEndian(rest) & 0x7FFF);
                }
            }
        }

        return numbers;
    }
}
