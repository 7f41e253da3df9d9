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

    public IActionResult OnGet(int code) => Answer(code);

    public IActionResult OnPost(int code) => Answer(code);

    /// <summary>A request that was refused for its method is told so by this page, whatever the method is.</summary>
    protected override IActionResult Refuse() => Answer(Response.StatusCode);

    private IActionResult Answer(int code)
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked)
        {
            HttpContext.Features.Set(new AskedEndpoint(asked.Endpoint));
        }
        else
        {
            code = Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Words = StatusWords.For(code);
        var shown = Show(new PageHead(Words.Title, Words.Explanation));
        Response.Headers.CacheControl = "no-store";
        return shown;
    }
}
