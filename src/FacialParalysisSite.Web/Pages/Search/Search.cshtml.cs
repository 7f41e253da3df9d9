using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Search;

/// <summary>The search. What somebody looks for can tell of an illness: it stands in no title, no log and no shared cache.</summary>
internal sealed class SearchModel(ContentCatalog catalog, SearchIndex search) : SitePage(catalog)
{
    public string Typed { get; private set; } = "";

    public SearchResults Results { get; private set; } = SearchResults.None;

    public IActionResult OnGet([FromQuery(Name = "q")] string? typed)
    {
        Results = search.Find(Catalog, typed);
        Typed = SearchBox.Shown(typed);
        var shown = Show(new PageHead(Results.IsBlank ? "Search" : "Search results", "Search every page of this site.") { IsUrgent = Results.IsAcute });
        Response.Headers.CacheControl = "private, no-cache";
        return shown;
    }
}
