using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Pictures;
using Microsoft.Net.Http.Headers;

namespace FacialParalysisSite.Web.Pictures;

/// <summary>
/// Serves what was made of the pictures that can be seen, and no other file: only an address that the catalog knows leads to
/// one, so that nobody can make the site work by asking.
/// </summary>
internal static class PictureEndpoint
{
    /// <summary>A picture that changes gets another address.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>A patient may withdraw a permission: whoever has the picture asks before showing it again.</summary>
    private const string AskEachTime = "private, no-cache";

    public static void MapPictures(this WebApplication app) => app.MapMethods("/pictures/{**name}", [HttpMethods.Get, HttpMethods.Head], Serve);

    private static IResult Serve(HttpContext context, ContentCatalog catalog)
    {
        var address = context.Request.Path.Value ?? "";
        return catalog.FindPicture(address) is { } picture && Open(picture) is { } file ? Send(context, picture, file) : Missing(address);
    }

    private static IResult Send(HttpContext context, PictureVariant picture, FileStream file)
    {
        context.Response.Headers.CacheControl = picture.IsPrivate ? AskEachTime : ForEver;
        if (picture.IsPrivate)
        {
            context.Response.Headers["X-Robots-Tag"] = "noindex";
        }

        return Results.Stream(file, picture.MediaType, lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file.SafeFileHandle)), entityTag: new EntityTagHeaderValue(picture.Tag));
    }

    /// <summary>An open file can be read to its end though it is deleted meanwhile.</summary>
    private static FileStream? Open(PictureVariant picture)
    {
        try
        {
            return new FileStream(picture.File, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether there ever was a picture of a patient is not told.</summary>
    private static IResult Missing(string address) =>
        address.StartsWith(SiteAddresses.PatientPictures, StringComparison.OrdinalIgnoreCase) ? Results.StatusCode(StatusCodes.Status410Gone) : Results.NotFound();
}
