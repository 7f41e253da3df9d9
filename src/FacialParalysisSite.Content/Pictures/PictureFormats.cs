namespace FacialParalysisSite.Content.Pictures;

/// <summary>Tells kinds of picture apart: by what they hold, and by the ends of their names.</summary>
internal static class PictureFormats
{
    /// <summary>What a file is by its first bytes: signatures after the WHATWG MIME Sniffing Standard, section 6.1, and for AVIF its specification, section 6.</summary>
    public static PictureFormat? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureFormat.Png,
        [0xFF, 0xD8, 0xFF, ..] => PictureFormat.Jpeg,
        { Length: < 12 } => null,
        _ when bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) => PictureFormat.WebP,
        _ when bytes[4..].StartsWith("ftypavif"u8) || bytes[4..].StartsWith("ftypavis"u8) => PictureFormat.Avif,
        _ => null,
    };

    /// <summary>What the name of a file says it is; null for what the site does not read.</summary>
    public static PictureFormat? Claimed(string path) => Path.GetExtension(path) switch
    {
        ".jpg" or ".jpeg" => PictureFormat.Jpeg,
        ".png" => PictureFormat.Png,
        ".webp" => PictureFormat.WebP,
        ".avif" => PictureFormat.Avif,
        _ => null,
    };

    public static string MediaType(this PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "image/jpeg",
        PictureFormat.Png => "image/png",
        PictureFormat.WebP => "image/webp",
        _ => "image/avif",
    };

    /// <summary>How the name of a file ends that the site makes.</summary>
    public static string Ending(this PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => ".jpg",
        PictureFormat.Png => ".png",
        PictureFormat.WebP => ".webp",
        _ => ".avif",
    };
}
