using FacialParalysisSite.Content.Catalog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>A page that shows something of the catalog.</summary>
internal abstract class SitePage(ContentCatalog catalog) : PageModel
{
    public ContentCatalog Catalog { get; } = catalog;

    /// <summary>The methods that the page answers, as the header Allow lists them.</summary>
    protected virtual string Methods => "GET, HEAD";

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

    /// <summary>Answers for something that is not there to be shown.</summary>
    protected IActionResult Missing(Availability availability) =>
        availability == Availability.Gone ? StatusCode(StatusCodes.Status410Gone) : NotFound();
}
