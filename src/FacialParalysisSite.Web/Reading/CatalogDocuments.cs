using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Web.Reading;

/// <summary>Gives documents made of the catalog their addresses.</summary>
internal static class CatalogDocuments
{
    /// <param name="app">The site.</param>
    /// <param name="address">The path.</param>
    /// <param name="mediaType">Such as <c>application/atom+xml</c>.</param>
    /// <param name="make">Writes the document; null where there is nothing to say, which is answered with "not found".</param>
    public static void MapDocument(this WebApplication app, string address, string mediaType, Func<ContentCatalog, byte[]?> make)
    {
        var document = new CatalogDocument(mediaType, make, app.Services.GetRequiredService<TimeProvider>());
        app.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, ContentCatalog catalog) => document.Serve(context, catalog));
    }
}
