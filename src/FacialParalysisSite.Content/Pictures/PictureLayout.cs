namespace FacialParalysisSite.Content.Pictures;

/// <summary>How a page shows a picture.</summary>
/// <param name="Sizes">How wide it is shown, as the attribute <c>sizes</c> has it: browsers choose by it before they know the page's style.</param>
public sealed record PictureLayout(string Sizes)
{
    /// <summary>In a text: the column has 36rem, and on telephones the page less its edges.</summary>
    public static PictureLayout Text { get; } = new("(min-width: 40rem) 36rem, calc(100vw - 2.5rem)");

    /// <summary>Whether it is seen as soon as the page opens, so that it is loaded at once and before others.</summary>
    public bool IsFirst { get; init; }

    /// <summary>A class of the picture; null for none.</summary>
    public string? Class { get; init; }
}
