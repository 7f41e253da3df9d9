using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Addresses;

/// <summary>
/// Every page has one address: the site's scheme, small letters, no slash at the end. Others, and the older addresses
/// that articles list, are redirected to it in one step.
/// </summary>
internal sealed class CanonicalAddresses(RequestDelegate next, IOptions<SiteOptions> site, SecureScheme scheme)
{
    private readonly string _base = site.Value.Origin;

    public Task InvokeAsync(HttpContext context, ContentCatalog catalog)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "/";
        var isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var canonical = isReading ? Canonical(path, catalog) : path;
        var isInsecure = scheme.IsMissing(request);
        if (canonical == path && !isInsecure)
        {
            return next(context);
        }

        context.Response.StatusCode = isReading ? StatusCodes.Status301MovedPermanently : StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = (isInsecure ? _base : "") + new PathString(canonical).ToUriComponent() + request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }

    private static string Canonical(string path, ContentCatalog catalog)
    {
        // Two slashes at the beginning would make a browser take what follows for another site.
        var plain = "/" + string.Join('/', path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries));
        return catalog.FindRedirect(plain) ?? plain;
    }
}
