using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Pictures;

namespace FacialParalysisSite.Web.Pages.Gallery;

/// <summary>A picture of a case as a page shows it.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Moment">"Before" or "After".</param>
/// <param name="Layout">Where it stands.</param>
internal sealed record ShownPicture(CasePicture Picture, string Moment, PictureLayout Layout)
{
    /// <summary>
    /// In the list: two to a case, and from 48rem on two cases beside each other. To telephones it says half of what is
    /// true: they have up to three pixels to a point, and so many of a small picture nobody sees.
    /// </summary>
    public static PictureLayout InList { get; } = new("(min-width: 82rem) 19rem, (min-width: 48rem) 22vw, 24vw");

    /// <summary>On the page of a case: two beside each other, and from 64rem on the slider beside them.</summary>
    public static PictureLayout InCase { get; } = new("(min-width: 82rem) 27rem, (min-width: 64rem) 30vw, 45vw");

    /// <summary>The first ones there, which are seen as soon as the page opens.</summary>
    public static PictureLayout FirstInCase { get; } = InCase with { IsFirst = true };

    /// <summary>Whether what it shows stands below it in words, as well as in the place of a picture that cannot be seen.</summary>
    public bool IsDescribed { get; init; }
}
