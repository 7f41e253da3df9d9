using System.Globalization;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Logging;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Status;

/// <summary>The page for answers without content, such as 404. Its own address is not one to visit.</summary>
[IgnoreAntiforgeryToken]
internal sealed class StatusModel(ContentCatalog catalog) : SitePage(catalog)
{
    public StatusWords Words { get; private set; } = StatusWords.NotFound;

    // Taken from the route by hand: a parameter would make the framework read the body of the request that failed.
    private int Code => int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);

    public IActionResult OnGet() => Answer(Code);

    public IActionResult OnPost() => Answer(Code);

    /// <summary>A request that was refused for its method is told so by this page, whatever the method is.</summary>
    protected override IActionResult Refuse() => Answer(Response.StatusCode);

    private IActionResult Answer(int code)
    {
        var address = "";
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked)
        {
            address = asked.OriginalPath;
            HttpContext.Features.Set(new AskedEndpoint(asked.Endpoint));
        }
        else
        {
            code = Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Words = StatusWords.For(code, address);
        var shown = Show(new PageHead(Words.Title, Words.Explanation));
        Response.Headers.CacheControl = "no-store";
        return shown;
    }
}
