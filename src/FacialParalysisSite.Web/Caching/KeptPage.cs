using FacialParalysisSite.Content.Catalog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace FacialParalysisSite.Web.Caching;

/// <summary>
/// A page that is the same for everybody, made once for each catalog. It must not depend on anything in the request but its
/// own address, nor on anything that changes without another catalog.
/// </summary>
/// <param name="catalog">What it is made of.</param>
/// <param name="address">Its own address.</param>
internal sealed class KeptPage(ContentCatalog catalog, string address) : PageResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var coding = AcceptedCoding.Of(http.Request.Headers.AcceptEncoding);

        // It is packed here; the framework would do so once more where it reads the header in another way.
        http.Request.Headers.AcceptEncoding = default;
        var pages = http.RequestServices.GetRequiredService<PageCache>().Of(catalog);
        var page = await pages.FindOrMakeAsync(address, () => MakeAsync(context, coding));
        await pages.In(page, coding).SendAsync(http);
    }

    private async Task<(CachedPage Page, bool IsShared)> MakeAsync(ActionContext context, ContentCoding coding)
    {
        var http = context.HttpContext;
        using var plain = new MemoryStream();
        var body = http.Response.Body;
        http.Response.Body = plain;
        try
        {
            await base.ExecuteResultAsync(context);
        }
        finally
        {
            http.Response.Body = body;
        }

        List<KeyValuePair<string, StringValues>> headers = [.. http.Response.Headers];
        var page = new CachedPage(address, http.GetEndpoint(), headers, plain.GetBuffer().AsMemory(0, (int)plain.Length), coding);

        // No page does either today; one that begins to must not give to others what is one person's.
        var isShared = http.Response.StatusCode == StatusCodes.Status200OK && http.Response.Headers.SetCookie.Count == 0;
        return (page, isShared);
    }
}
