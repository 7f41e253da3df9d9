using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Web.Pages.Shared;
using FacialParalysisSite.Web.Starting;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Search;

/// <summary>The search. What somebody looks for can tell of an illness: it stands in no title, no log and no cache.</summary>
internal sealed class SearchModel(ContentCatalog catalog, SearchIndex search, QuietStart quiet) : SitePage(catalog)
{
    /// <summary>After a start the pages are read within a second, thousands of them within half a minute. Nobody stares at an empty window for longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public string Typed { get; private set; } = "";

    public SearchResults Results { get; private set; } = SearchResults.None;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "q")] string? typed)
    {
        // Just after a start, this visitor is the first who waits for it.
        quiet.End();
        await search.WaitUntilReadyAsync(Patience, HttpContext.RequestAborted);
        Results = search.Find(Catalog, typed);
        Typed = SearchBox.Shown(typed);
        var shown = Show(new PageHead(Results.IsBlank ? "Search" : "Search results", "Search every page of this site.")
        {
            HelpLines = Results.Help.Select(help => help.Line ?? Catalog.Clinic.Urgent).ToList(),
        });

        // The browser, too, is not to keep on its disk what somebody has looked for.
        Response.Headers.CacheControl = "no-store";
        return shown;
    }
}
