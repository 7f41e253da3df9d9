namespace FacialParalysisSite.Content.Pictures;

/// <summary>A picture that something shows which can be seen.</summary>
public sealed record Picture
{
    /// <summary>Path of the original below the content folder. It may be a person's name: not for logs where <see cref="IsPrivate"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Width in pixels of the largest size in which it is shown.</summary>
    public required int Width { get; init; }

    /// <summary>Its height there.</summary>
    public required int Height { get; init; }

    /// <summary>Every size and format, the smallest first; empty until all have been made.</summary>
    public required IReadOnlyList<PictureVariant> Variants { get; init; }

    /// <summary>Whether it shows a patient.</summary>
    public bool IsPrivate => Id.IsPrivate;

    /// <summary>Whether it can be sent.</summary>
    public bool IsReady => Variants.Count > 0;

    /// <summary>The one for programs that choose none by themselves: a JPEG of middle size. Null until it has been made.</summary>
    public PictureVariant? Plain => In(PictureFormat.Jpeg).LastOrDefault(variant => variant.Width <= PictureRecipe.PlainWidth) ?? In(PictureFormat.Jpeg).FirstOrDefault();

    internal PictureId Id { get; init; }

    internal int OriginalWidth { get; init; }

    internal int OriginalHeight { get; init; }

    /// <summary>The sizes in a format, the smallest first.</summary>
    public IEnumerable<PictureVariant> In(PictureFormat format) => Variants.Where(variant => variant.Format == format);
}
