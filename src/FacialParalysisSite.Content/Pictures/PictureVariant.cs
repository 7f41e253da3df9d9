namespace FacialParalysisSite.Content.Pictures;

/// <summary>A picture in one size and format, as it is sent: upright, in sRGB, without a byte of metadata.</summary>
/// <param name="Address">Where the site serves it. Another picture, and another way to make it, has another address.</param>
/// <param name="Format">What it is.</param>
/// <param name="Width">Pixels.</param>
/// <param name="File">The file, an absolute path.</param>
/// <param name="IsPrivate">Whether it shows a patient, so that nobody may keep it.</param>
public sealed record PictureVariant(string Address, PictureFormat Format, int Width, string File, bool IsPrivate)
{
    /// <summary>Such as <c>image/avif</c>.</summary>
    public string MediaType => Format.MediaType();

    /// <summary>What tells it from every other picture.</summary>
    public required string Tag { get; init; }
}
