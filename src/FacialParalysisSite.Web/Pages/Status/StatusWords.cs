using FacialParalysisSite.Content;

namespace FacialParalysisSite.Web.Pages.Status;

/// <summary>What a status means for the person in front of the screen.</summary>
internal sealed record StatusWords(string Title, string Explanation)
{
    public static StatusWords NotFound { get; } =
        new("We cannot find this page", "The address may have changed or have a typing slip in it.");

    private static StatusWords NoCase { get; } =
        new("This case is not in the gallery", "We show a person only as long as that person allows it. What was taken down is gone for good.");

    /// <param name="status">The status that was answered.</param>
    /// <param name="address">The address that was asked for.</param>
    public static StatusWords For(int status, string address) => status switch
    {
        StatusCodes.Status410Gone when address.StartsWith(SiteAddresses.OfCase(""), StringComparison.Ordinal)
            || address.StartsWith(SiteAddresses.PatientPictures, StringComparison.OrdinalIgnoreCase) => NoCase,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status410Gone => new("This page is no longer here", "It was taken down because it was out of date."),
        StatusCodes.Status405MethodNotAllowed => new("This does not work here", "The page can be read, but nothing can be sent to it."),
        StatusCodes.Status413PayloadTooLarge => new("That was too long to send", "Nothing has been sent. Go back: what you typed should still be there. Please make it shorter, or call."),
        StatusCodes.Status415UnsupportedMediaType => new("This does not work here", "The form was not sent as browsers send it. Nothing has been stored."),
        _ => new("This request did not work", "Something about the request was not as the site expects. Please go back and try again."),
    };
}
