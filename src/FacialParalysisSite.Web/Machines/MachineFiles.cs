using FacialParalysisSite.Web.Reading;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Machines;

/// <summary>The files that search engines, browsers and finders of faults ask every site for, under agreed names.</summary>
internal static class MachineFiles
{
    public static void MapMachineFiles(this WebApplication app)
    {
        var origin = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Origin;
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.MapDocument(Sitemap.Address, "application/xml; charset=utf-8", catalog => Sitemap.Write(catalog, origin));
        app.MapDocument(WebManifest.Address, "application/manifest+json", WebManifest.Write);
        app.MapDocument(RobotsFile.Address, "text/plain; charset=utf-8", _ => RobotsFile.Write(origin));

        // It has a date that moves with the days, whether or not anything is edited.
        app.MapMethods(SecurityFile.Address, [HttpMethods.Get, HttpMethods.Head],
            (Content.Catalog.ContentCatalog catalog) => Results.Text(SecurityFile.Write(catalog.Clinic, origin, time.GetUtcNow()), "text/plain; charset=utf-8"));
    }
}
