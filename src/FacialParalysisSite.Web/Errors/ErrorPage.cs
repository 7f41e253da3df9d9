using System.Net;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Web.Errors;

/// <summary>
/// The page for a fault of the site itself. It needs nothing that may have failed: no Razor, no database, no file. The
/// telephone number is the one thing it looks up, in memory, and it does without where even that fails.
/// </summary>
internal static class ErrorPage
{
    public static void UseErrorPage(this WebApplication app)
    {
        // Looked up now, because later even that may fail.
        var library = app.Services.GetRequiredService<ContentLibrary>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => WriteAsync(context, library) });
    }

    private static Task WriteAsync(HttpContext context, ContentLibrary library)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(Html(ContactOf(library)));
    }

    private static string ContactOf(ContentLibrary library) =>
        library.LastKnownClinic is { } clinic
            ? $"""
              <p>Please try again in a minute, or call {WebUtility.HtmlEncode(clinic.Name)}:</p>
              <p><a class="lost__tel" href="{clinic.Phone.Link}">{WebUtility.HtmlEncode(clinic.Phone.Text)}</a></p>
              """
            : "<p>Please try again in a minute.</p>";

    private static string Html(string contact) =>
        $"""
        <!DOCTYPE html>
        <html lang="en-US">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <title>Something went wrong</title>
        <link rel="stylesheet" href="/css/site.css">
        </head>
        <body>
        <main class="wrap lost">
        <h1 class="lost__title">Something went wrong</h1>
        <div class="split lost__ways">
        <p class="lost__stand">This page could not be shown. The fault is ours, not yours.</p>
        <div class="lost__words">
        {contact}
        <p>In an emergency, call <a href="tel:911">911</a>.</p>
        <p><a class="button" href="/">Go to the first page</a></p>
        </div>
        </div>
        </main>
        </body>
        </html>
        """;
}
