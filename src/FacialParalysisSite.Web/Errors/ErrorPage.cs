using System.Net;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Web.Errors;

/// <summary>
/// The page for a fault of the site itself. It needs nothing that may have failed: no Razor, no database, no file. The
/// telephone number is the one thing it looks up, in memory, and it does without where even that fails.
/// </summary>
internal static class ErrorPage
{
    public static void UseErrorPage(this WebApplication app) =>
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteAsync });

    private static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(Html(ContactOf(context)));
    }

    private static string ContactOf(HttpContext context)
    {
        try
        {
            var clinic = context.RequestServices.GetRequiredService<ContentLibrary>().Current.Clinic;
            return $"""<p>Please try again in a minute, or call {WebUtility.HtmlEncode(clinic.Name)}: <a href="{clinic.Phone.Link}">{WebUtility.HtmlEncode(clinic.Phone.Text)}</a>.</p>""";
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return "<p>Please try again in a minute.</p>";
        }
    }

    private static string Html(string contact) =>
        $"""
        <!doctype html>
        <html lang="en-US">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>Something went wrong</title>
        <link rel="stylesheet" href="/css/site.css">
        </head>
        <body>
        <main class="wrap section">
        <h1>Something went wrong</h1>
        <p>This page could not be shown. The fault is ours, not yours.</p>
        {contact}
        <p>In an emergency, call <a href="tel:911">911</a>.</p>
        <p><a href="/">Go to the first page</a></p>
        </main>
        </body>
        </html>
        """;
}
