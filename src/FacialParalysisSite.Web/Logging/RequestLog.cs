using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace FacialParalysisSite.Web.Logging;

/// <summary>
/// One line for each request: method, route, status, milliseconds. The route's template stands for the address,
/// because an address, a query or a network address can say something about a person.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var route = RouteOf(context);
            log.Log(IsProbe(route) ? LogLevel.Debug : LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:0.0} ms",
                MethodOf(context.Request), route, context.Response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>A machine asks for the site's health day and night; what changes stands in the log by itself.</summary>
    private static bool IsProbe(string route) => route.StartsWith("/healthz/", StringComparison.Ordinal);

    /// <summary>A client can send any word as its method; only the known ones are written down.</summary>
    private static string MethodOf(HttpRequest request) => HttpMethods.GetCanonicalizedValue(request.Method) switch
    {
        "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "OPTIONS" or "PATCH" or "TRACE" or "CONNECT" => request.Method,
        _ => "OTHER",
    };

    private static string RouteOf(HttpContext context)
    {
        // A status page runs under an address of its own, an error page under none; what was asked for is kept aside.
        var asked = context.Features.Get<IExceptionHandlerFeature>() is { } fault ? fault.Endpoint
            : context.Features.Get<AskedEndpoint>() is { } kept ? kept.Endpoint
            : context.GetEndpoint();
        return asked is RouteEndpoint { RoutePattern.RawText: { } template } ? "/" + template.TrimStart('/') : "(none)";
    }
}
