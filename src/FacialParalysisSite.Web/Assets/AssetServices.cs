using System.IO.Compression;
using FacialParalysisSite.Web.Assets.Cards;
using Microsoft.AspNetCore.ResponseCompression;

namespace FacialParalysisSite.Web.Assets;

/// <summary>What pages are sent with: stylesheet, fonts, images and script; and how all of it is made small.</summary>
internal static class AssetServices
{
    /// <summary>One year: a browser asks for a font once. A font that is changed gets a new name.</summary>
    private const string Immutable = "public, max-age=31536000, immutable";

    public static void AddCards(this IServiceCollection services) => services.AddSingleton<SiteCards>();

    /// <summary>A site without its assets ends at the start, and not at each request.</summary>
    /// <exception cref="MissingAssetsException">The assets are not where the program looks for them.</exception>
    public static void LoadCards(this WebApplication app) => app.Services.GetRequiredService<SiteCards>();

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/atom+xml", "application/feed+json", "application/xml", "application/manifest+json"];
        });

        // A tenth smaller than the default, for a millisecond.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    /// <summary>
    /// Makes pages small, but not a form that comes back: it has a token and what was typed, and the length of a compressed
    /// answer can give away one by means of the other (the attack called BREACH). The empty form has nothing of the sender's.
    /// </summary>
    public static void UseCompression(this WebApplication app) =>
        app.UseWhen(context => !HttpMethods.IsPost(context.Request.Method), branch => branch.UseResponseCompression());

    public static void MapAssets(this WebApplication app) => app.MapStaticAssets().Add(KeepFonts);

    /// <summary>The stylesheet names fonts without a fingerprint; the framework would have them asked for again each time.</summary>
    private static void KeepFonts(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path, RequestDelegate: { } serve } && path.TrimStart('/').StartsWith("fonts/", StringComparison.Ordinal)
            && path.EndsWith(".woff2", StringComparison.Ordinal))
        {
            endpoint.RequestDelegate = context =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.CacheControl = Immutable;
                    return Task.CompletedTask;
                });
                return serve(context);
            };
        }
    }
}
