using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using FacialParalysisSite.Content.Pictures;

namespace FacialParalysisSite.Content.Tests.Pictures;

/// <summary>
/// Real pictures of 24 × 16 points, the left half red and the right one blue, and what cameras write into them. Words that
/// must not come out have <see cref="Secret"/> in them.
/// </summary>
internal static class TestPicture
{
    public const string Secret = "SECRETPLACE";

    public const int Width = 24;

    public const int Height = 16;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Pictures");

    /// <summary>A picture of a page, of which all has been made or nothing.</summary>
    public static Picture Shown(string path, bool isReady = true) => new()
    {
        Path = path,
        Width = Width,
        Height = Height,
        Variants = isReady ? PictureRecipe.Formats.Select(format => VariantOf(path, format)).ToList() : [],
    };

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>A PNG of any size, whose pixels are one colour; with 16 bits to a colour and see-through where asked for.</summary>
    public static byte[] Png(int width, int height, bool isDeep = false, bool hasAlpha = false)
    {
        var channels = hasAlpha ? 4 : 3;
        var row = new byte[1 + (width * channels * (isDeep ? 2 : 1))];
        for (var at = 1; at < row.Length; at++)
        {
            row[at] = (byte)(hasAlpha && (at - 1) % channels == 3 ? 0 : 200);
        }

        return PngOf(width, height, (byte)(isDeep ? 16 : 8), (byte)(hasAlpha ? 6 : 2), Enumerable.Repeat(row, height));
    }

    /// <summary>A PNG that says it is so large, and has next to no pixels.</summary>
    public static byte[] PngBomb(int width, int height) => PngOf(width, height, bits: 8, colour: 2, [[0]]);

    /// <summary>Puts an Exif block into a picture: the maker of the camera, how it was held, and where it was.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="orientation">1 to 8.</param>
    public static byte[] WithExif(byte[] picture, int orientation) => picture switch
    {
        [0xFF, ..] => [.. picture[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]), .. picture[2..]],
        [0x89, ..] => InsertChunk(picture, "eXIf", Exif(orientation)),
        _ => WithChunk(picture, Exif(orientation)),
    };

    /// <summary>Puts into a JPEG, besides Exif, everything else that programs write there: XMP, a colour profile, IPTC and a comment.</summary>
    public static byte[] WithEverything(byte[] jpeg) =>
    [
        .. jpeg[..2],
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation: 1)]),
        .. Segment(0xE1, Encoding.ASCII.GetBytes($"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>{Secret}</x:xmpmeta>")),
        .. Segment(0xED, Encoding.ASCII.GetBytes($"Photoshop 3.0\08BIM\u0004\u0004\0\0\0\u0010\u001c\u0002x\0\u000b{Secret}")),
        .. Segment(0xFE, Encoding.ASCII.GetBytes($"Taken at {Secret}")),
        .. jpeg[2..],
        .. Encoding.ASCII.GetBytes($"a film behind the picture: {Secret}"),
    ];

    /// <summary>A chunk behind the head of a PNG.</summary>
    public static byte[] InsertChunk(byte[] png, string type, byte[] data) => [.. png[..33], .. Chunk(type, data), .. png[33..]];

    /// <summary>A chunk before the end of a PNG, which is twelve bytes long.</summary>
    public static byte[] AppendChunk(byte[] png, string type, byte[] data) => [.. png[..^12], .. Chunk(type, data), .. png[^12..]];

    private static PictureVariant VariantOf(string path, PictureFormat format)
    {
        var file = PictureRecipe.FileName(Width, format);
        return new PictureVariant(SiteAddresses.OfPicture(path, "0123456789ab", file), format, Width, "/nowhere/" + file, IsPrivate: false) { Tag = "\"tag\"" };
    }

    /// <summary>A WebP with an extended head and an Exif chunk.</summary>
    private static byte[] WithChunk(byte[] webp, byte[] exif)
    {
        byte[] head = [.. "VP8X"u8, 10, 0, 0, 0, 8, 0, 0, 0, Width - 1, 0, 0, Height - 1, 0, 0];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, exif.Length);
        byte[] body = [.. "WEBP"u8, .. head, .. webp[(webp.AsSpan(12).StartsWith("VP8X"u8) ? 12 + head.Length : 12)..], .. "EXIF"u8, .. length, .. exif, .. new byte[exif.Length % 2]];
        var whole = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(whole, body.Length);
        return [.. "RIFF"u8, .. whole, .. body];
    }

    /// <summary>TIFF with big-endian numbers: Make, Orientation and a list for GPS with the latitude 34° 4′ and the longitude of Beverly Hills.</summary>
    private static byte[] Exif(int orientation)
    {
        var make = Encoding.ASCII.GetBytes(Secret + "\0");
        const int List = 8;
        const int Entries = 3;
        const int Values = List + 2 + (Entries * 12) + 4;
        var gps = Values + make.Length;
        byte[] position = [0, 0, 0, 34, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0x23, 0x45, 0, 0, 0, 100];
        var positionAt = gps + 2 + (2 * 12) + 4;
        return
        [
            .. "MM\0*"u8, 0, 0, 0, List,
            0, Entries,
            .. Entry(0x010F, type: 2, make.Length, Values),
            .. Entry(0x0112, type: 3, 1, orientation << 16),
            .. Entry(0x8825, type: 4, 1, gps),
            0, 0, 0, 0,
            .. make,
            0, 2,
            .. Entry(0x0001, type: 2, 2, 'N' << 24),
            .. Entry(0x0002, type: 5, 3, positionAt),
            0, 0, 0, 0,
            .. position,
        ];
    }

    private static byte[] Entry(int tag, int type, int count, int value)
    {
        var entry = new byte[12];
        BinaryPrimitives.WriteUInt16BigEndian(entry, (ushort)tag);
        BinaryPrimitives.WriteUInt16BigEndian(entry.AsSpan(2), (ushort)type);
        BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(4), count);
        BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(8), value);
        return entry;
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] PngOf(int width, int height, byte bits, byte colour, IEnumerable<byte[]> rows)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (bits, colour);
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                packed.Write(row);
            }
        }

        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", head), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(checkedPart));
        return [.. length, .. checkedPart, .. sum];
    }

    /// <summary>The checksum of PNG, after its specification, annex D.</summary>
    private static uint Crc(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }
}
