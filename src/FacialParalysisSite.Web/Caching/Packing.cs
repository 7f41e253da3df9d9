using System.IO.Compression;

namespace FacialParalysisSite.Web.Caching;

/// <summary>
/// Packs and unpacks pages. Measured with an article of 29 kB: Brotli makes 8.2 kB of it at quality 4 and 6.8 kB at 11, for
/// two hundred times the work; gzip 11.4 kB at level 1 and 8.2 kB at 6, beyond which there is nothing to gain, for three times the work.
/// </summary>
internal static class Packing
{
    private const int QuickBrotli = 4;

    private const int BestBrotli = 11;

    private const int QuickGzip = 1;

    private const int BestGzip = 6;

    /// <summary>As the exponent of two: what is looked back at for words that come again. No page is larger.</summary>
    private const int BrotliWindow = 18;

    /// <param name="plain">The page.</param>
    /// <param name="coding">How it is to be packed.</param>
    /// <param name="best">As small as can be, for many times the work.</param>
    public static byte[] Pack(ReadOnlySpan<byte> plain, ContentCoding coding, bool best = false) => coding switch
    {
        ContentCoding.Brotli => Brotli(plain, best ? BestBrotli : QuickBrotli),
        ContentCoding.Gzip => Gzip(plain, best ? BestGzip : QuickGzip),
        _ => plain.ToArray(),
    };

    public static byte[] Unpack(byte[] packed, ContentCoding coding)
    {
        using var source = new MemoryStream(packed);
        using Stream stream = coding == ContentCoding.Brotli ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Brotli(ReadOnlySpan<byte> plain, int quality)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, room, out var written, quality, BrotliWindow) ? room[..written] : throw new InvalidOperationException("Brotli needs more room than it says.");
    }

    private static byte[] Gzip(ReadOnlySpan<byte> plain, int level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
