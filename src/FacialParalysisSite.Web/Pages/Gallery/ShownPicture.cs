using FacialParalysisSite.Content.Gallery;

namespace FacialParalysisSite.Web.Pages.Gallery;

/// <summary>A picture of a case as a page shows it.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Moment">"Before" or "After".</param>
internal sealed record ShownPicture(CasePicture Picture, string Moment)
{
    /// <summary>Whether what it shows stands below it in words, as well as in the place of a picture that cannot be seen.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Whether it is seen as soon as the page opens.</summary>
    public bool IsFirst { get; init; }
}
