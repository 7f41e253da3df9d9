using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Web.Pictures;

/// <summary>Serves the pictures of published pages from the content folder, and no other file.</summary>
internal static class PictureEndpoint
{
    public static void MapPictures(this WebApplication app) => app.MapMethods("/pictures/{**name}", [HttpMethods.Get, HttpMethods.Head], Serve);

    private static IResult Serve(HttpContext context, ContentCatalog catalog)
    {
        if (catalog.FindPicture(context.Request.Path.Value ?? "") is not { } picture || picture.OpenRead() is not { } stream)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(stream, picture.MediaType, lastModified: picture.Modified);
    }
}
