using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace FacialParalysisSite.Web.Logging;

/// <summary>Notes each request in the log: method, route, status, milliseconds.</summary>
internal sealed class RequestLog(RequestDelegate next, RequestLines lines)
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
            lines.Note(new RequestKind(MethodOf(context.Request), AskedIn(context), context.Response.StatusCode), Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>A client can send any word as its method; only the known ones are written down.</summary>
    private static string MethodOf(HttpRequest request) => HttpMethods.GetCanonicalizedValue(request.Method) switch
    {
        "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "OPTIONS" or "PATCH" or "TRACE" or "CONNECT" => request.Method,
        _ => "OTHER",
    };

    /// <summary>A status page runs under an address of its own, an error page under none; what was asked for is kept aside.</summary>
    private static Endpoint? AskedIn(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is { } fault ? fault.Endpoint
        : context.Features.Get<AskedEndpoint>() is { } kept ? kept.Endpoint
        : context.GetEndpoint();
}
