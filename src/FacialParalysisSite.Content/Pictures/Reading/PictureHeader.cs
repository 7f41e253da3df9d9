namespace FacialParalysisSite.Content.Pictures.Reading;

/// <summary>
/// What a picture says of itself, read without unpacking it: a small file may claim to be a picture that fills any memory.
/// </summary>
/// <param name="Width">Pixels, as it is to be shown: turned as it says.</param>
/// <param name="Height">The same.</param>
internal sealed record PictureHeader(int Width, int Height)
{
    /// <summary>Whether it goes on to its end; not where it was cut off while it was copied.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it holds more than its pixels: where and with what it was taken, words, a colour profile.</summary>
    public bool HasMetadata { get; init; }

    /// <summary>Whether its colours are others than those of a screen and must be converted: it has a colour profile, or was made to be printed.</summary>
    public bool HasOtherColours { get; init; }

    /// <summary>Reads it; null where it does not say how large it is.</summary>
    public static PictureHeader? Read(PictureFormat format, ReadOnlySpan<byte> bytes)
    {
        var header = format switch
        {
            PictureFormat.Jpeg => JpegHeader.Read(bytes),
            PictureFormat.Png => PngHeader.Read(bytes),
            PictureFormat.WebP => WebPHeader.Read(bytes),
            _ => AvifHeader.Read(bytes),
        };
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    /// <summary>A header of a picture that is stored lying.</summary>
    /// <param name="width">Width as it is stored.</param>
    /// <param name="height">Height as it is stored.</param>
    /// <param name="isTurned">Whether it is shown turned by a quarter.</param>
    public static PictureHeader Of(int width, int height, bool isTurned) => isTurned ? new PictureHeader(height, width) : new PictureHeader(width, height);
}
