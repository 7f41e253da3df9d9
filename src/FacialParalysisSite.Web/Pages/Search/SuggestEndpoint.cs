using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Search;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Search;

/// <summary>Pages for somebody who is still typing, as JSON: what the script of the search box asks for.</summary>
internal static class SuggestEndpoint
{
    public static void MapSuggestions(this WebApplication app) =>
        app.MapMethods(SiteAddresses.Search + "/suggest", [HttpMethods.Get, HttpMethods.Head], Suggest)
            .AddEndpointFilter((call, next) =>
            {
                call.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex";
                return next(call);
            });

    private static IResult Suggest(HttpContext context, ContentCatalog catalog, SearchIndex search, [FromQuery(Name = "q")] string? typed)
    {
        // What is typed is to stay on no disk. The script itself remembers what it has asked, as long as the page is open.
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(search.Suggest(catalog, typed));
    }
}
