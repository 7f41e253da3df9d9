using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Security;

/// <summary>Tells browsers what pages of this site never do, so that nobody can make them do it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<SiteOptions> site)
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>One year, what browsers' preload list asks for at least.</summary>
    private const string StrictTransportSecurity = "max-age=31536000";

    private static readonly Func<object, Task> WriteToPlainSite = context => Write((HttpContext)context, isHttps: false);

    private static readonly Func<object, Task> WriteToSecureSite = context => Write((HttpContext)context, isHttps: true);

    private readonly Func<object, Task> _write = site.Value.IsHttps ? WriteToSecureSite : WriteToPlainSite;

    public Task InvokeAsync(HttpContext context)
    {
        // At the very end, because the error page starts the answer anew.
        context.Response.OnStarting(_write, context);
        return next(context);
    }

    /// <summary>Cards, icons and pictures: feeds and cards give their addresses to others, so that they show them. Never pictures of patients.</summary>
    private static bool IsOffered(PathString path) => path.StartsWithSegments("/images", StringComparison.Ordinal)
        || (path.StartsWithSegments("/pictures", StringComparison.Ordinal) && !path.StartsWithSegments("/pictures/patients", StringComparison.OrdinalIgnoreCase));

    private static Task Write(HttpContext context, bool isHttps)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = IsOffered(context.Request.Path) ? "cross-origin" : "same-origin";
        if (isHttps && context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = StrictTransportSecurity;
        }

        return Task.CompletedTask;
    }
}
