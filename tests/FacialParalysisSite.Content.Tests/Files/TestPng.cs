using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FacialParalysisSite.Content.Tests.Files;

/// <summary>Valid PNGs in grey, of which no two with different names have the same bytes: a copy of a patient's picture counts as a patient's.</summary>
internal static class TestPng
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>A picture that grows lighter from left to right.</summary>
    /// <param name="name">Stands in it as its title.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="chunks">What else is to stand in it, before its pixels.</param>
    public static byte[] Of(string name, int width = 1, int height = 1, params (string Type, byte[] Data)[] chunks)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        return
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
            .. Chunk("IHDR", head),
            .. Chunk("tEXt", Encoding.Latin1.GetBytes("Title\0" + name)),
            .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Data)),
            .. Chunk("IDAT", Packed(width, height)),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Packed(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            // Each row begins with how it is filtered: not at all.
            var row = Enumerable.Range(0, width).Select(x => (byte)(x * 255 / width)).Prepend((byte)0).ToArray();
            for (var y = 0; y < height; y++)
            {
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(type), .. data];
        var length = new byte[4];
        var sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, SumOf(named));
        return [.. length, .. named, .. sum];
    }

    /// <summary>The checksum of the PNG specification (third edition), annex D.</summary>
    private static uint SumOf(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ Polynomial : sum >> 1;
            }
        }

        return ~sum;
    }
}
