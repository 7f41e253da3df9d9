using System.Buffers.Binary;

namespace FacialParalysisSite.Content.Pictures;

/// <summary>
/// Takes out of a WebP what is no picture, after RFC 9649, section 2.7: libvips 8.14 writes Exif into each, also where it is told to
/// write none.
/// </summary>
internal static class BareWebP
{
    private const int Head = 12;

    private const int Frame = 8;

    /// <summary>The bits of the extended head that tell of a colour profile, Exif and XMP.</summary>
    private const byte Told = 0x20 | 0x08 | 0x04;

    /// <param name="webp">A whole WebP.</param>
    public static byte[] Of(ReadOnlySpan<byte> webp)
    {
        using var bare = new MemoryStream(webp.Length);
        bare.Write(webp[..Head]);
        for (var rest = webp[Head..]; rest.Length >= Frame;)
        {
            var length = Frame + (long)BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var chunk = rest[..(int)Math.Min(rest.Length, length + (length & 1))];
            rest = rest[chunk.Length..];
            if (!chunk.StartsWith("EXIF"u8) && !chunk.StartsWith("XMP "u8) && !chunk.StartsWith("ICCP"u8))
            {
                bare.Write(chunk);
            }
        }

        var bytes = bare.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - Frame);
        if (bytes.Length > Head + Frame && bytes.AsSpan(Head).StartsWith("VP8X"u8))
        {
            bytes[Head + Frame] &= unchecked((byte)~Told);
        }

        return bytes;
    }
}
