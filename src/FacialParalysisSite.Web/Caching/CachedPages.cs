using FacialParalysisSite.Web.Addresses;

namespace FacialParalysisSite.Web.Caching;

/// <summary>Answers with a page that was made before, without asking anything else of the site. The rest is made: <see cref="KeptPage"/>.</summary>
internal sealed class CachedPages(RequestDelegate next, PageCache cache, SecureScheme scheme)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || scheme.IsMissing(request))
        {
            return next(context);
        }

        var pages = cache.Current;
        if (pages.Find(AddressOf(request)) is not { } page)
        {
            return next(context);
        }

        context.SetEndpoint(page.Endpoint);
        return pages.In(page, AcceptedCoding.Of(request.Headers.AcceptEncoding)).SendAsync(context);
    }

    /// <summary>The address of what is asked for. Of a query, only the part of a list is known; whatever else it says makes no difference.</summary>
    private static string AddressOf(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return request.QueryString.HasValue && request.Query.TryGetValue("page", out var part) ? $"{path}?page={part}" : path;
    }
}
