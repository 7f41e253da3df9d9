using System.Text.Encodings.Web;
using System.Text.Unicode;
using FacialParalysisSite.Content;
using FacialParalysisSite.Web.Caching;
using FacialParalysisSite.Web.Pages.Search;
using Microsoft.Extensions.WebEncoders;

namespace FacialParalysisSite.Web.Pages;

/// <summary>The pages; the folders below are the map of the site.</summary>
internal static class PageServices
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.Conventions.AddPageRoute("/Gallery/Index", SiteAddresses.OfCasesAbout("{procedure}")));
        services.AddPageCache();

        // Pages are UTF-8: an apostrophe or an accent needs no entity. What HTML itself means stays encoded.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorPages().WithStaticAssets();
        app.MapSuggestions();
    }
}
