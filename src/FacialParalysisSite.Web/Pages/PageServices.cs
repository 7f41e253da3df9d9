namespace FacialParalysisSite.Web.Pages;

/// <summary>The pages; the folders below are the map of the site.</summary>
internal static class PageServices
{
    public static void AddPages(this IServiceCollection services) => services.AddRazorPages();

    public static void MapPages(this WebApplication app) => app.MapRazorPages().WithStaticAssets();
}
