using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Consultation;

/// <summary>
/// Says that a request has arrived and what happens next. It looks nothing up: whoever types a reference learns nothing
/// from this page.
/// </summary>
internal sealed class ReceivedModel(ContentCatalog catalog) : SitePage(catalog)
{
    public const string Address = SiteAddresses.Consultation + "/received";

    public Reference Reference { get; private set; } = null!;

    public static string AddressOf(Reference reference) => $"{Address}?reference={reference}";

    public IActionResult OnGet(string? reference)
    {
        if (Reference.Parse(reference) is not { } parsed)
        {
            return NotFound();
        }

        Reference = parsed;
        var shown = Show(new PageHead("We have your request", "What happens next with a request for a consultation."));
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return shown;
    }
}
