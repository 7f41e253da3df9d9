using FacialParalysisSite.Content;
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
        app.MapDocument(SiteAddresses.Sitemap, "application/xml; charset=utf-8", catalog => Sitemap.Write(catalog, origin));
        app.MapDocument(SiteAddresses.Manifest, "application/manifest+json", WebManifest.Write);
        app.MapDocument(SiteAddresses.Robots, "text/plain; charset=utf-8", _ => RobotsFile.Write(origin));
        app.MapDocument(SiteAddresses.SecurityContact, "text/plain; charset=utf-8", catalog => SecurityFile.Write(catalog, origin));
    }
}
