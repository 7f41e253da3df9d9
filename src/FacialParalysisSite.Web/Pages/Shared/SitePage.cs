using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>A page that shows something of the catalog.</summary>
internal abstract class SitePage(ContentCatalog catalog) : PageModel
{
    /// <summary>
    /// Browsers and proxies may keep a page for half a minute, and show it for another half while they ask for it again: what
    /// is taken down is gone everywhere within a minute.
    /// </summary>
    private const string Shared = "public, max-age=30, stale-while-revalidate=30";

    public ContentCatalog Catalog { get; } = catalog;

    /// <summary>The methods that the page answers, as the header Allow lists them.</summary>
    protected virtual string Methods => "GET, HEAD";

    /// <summary>Who writes wants to see each edit at once, by whatever way the page is come to.</summary>
    private bool IsDevelopment => HttpContext.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();

    /// <summary>Refuses methods that the page has no handler for, such as OPTIONS; it would be shown without being filled.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null)
        {
            Response.Headers.Allow = Response.Headers.Allow.Count > 0 ? Response.Headers.Allow : Methods;
            context.Result = Refuse();
        }
    }

    protected virtual IActionResult Refuse() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    /// <summary>Shows the page in its frame.</summary>
    protected IActionResult Show(PageHead head)
    {
        head.Set(ViewData);
        Response.Headers.CacheControl = head.IsPreview || head.ListsPreviews || head.ShowsPatients ? "no-store" : "no-cache";
        return Page();
    }

    /// <summary>
    /// Shows a page that is the same for everybody: it is made once for each catalog. A page with drafts or patients is made
    /// each time, and kept nowhere. Where nobody but the site may keep the page, set Cache-Control afterwards.
    /// </summary>
    protected IActionResult ShowToAll(PageHead head)
    {
        var shown = Show(head);
        if (!head.IsPublic || head.ShowsPatients)
        {
            return shown;
        }

        Response.Headers.CacheControl = IsDevelopment ? "no-cache" : Shared;
        return new KeptPage(Catalog, head.Path);
    }

    /// <summary>Answers for something that is not there to be shown.</summary>
    protected IActionResult Missing(Availability availability) =>
        availability == Availability.Gone ? StatusCode(StatusCodes.Status410Gone) : NotFound();
}
