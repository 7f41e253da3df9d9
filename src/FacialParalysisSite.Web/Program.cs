using FacialParalysisSite.Web.Addresses;
using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Assets;
using FacialParalysisSite.Web.Caching;
using FacialParalysisSite.Web.Commands;
using FacialParalysisSite.Web.Errors;
using FacialParalysisSite.Web.Feeds;
using FacialParalysisSite.Web.Health;
using FacialParalysisSite.Web.Logging;
using FacialParalysisSite.Web.Machines;
using FacialParalysisSite.Web.Pages;
using FacialParalysisSite.Web.Pictures;
using FacialParalysisSite.Web.Reading;
using FacialParalysisSite.Web.Security;
using FacialParalysisSite.Web.Settings;
using FacialParalysisSite.Web.Starting;
using FacialParalysisSite.Web.StructuredData;
using FacialParalysisSite.Web.Telemetry;

return await SiteCommands.RunAsync(args, RunSiteAsync);

static async Task<int> RunSiteAsync(string[] args)
{
    // Settings are read once, at the start. Watching for changes would watch every folder below, content and all.
    string[] settings = [.. args, "--hostBuilder:reloadConfigOnChange=false"];
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = ApplicationFolder.Published });

    // Outside Development, too, a build that is not published finds the assets of the repository.
    builder.WebHost.UseStaticWebAssets();

    builder.AddSettings();
    builder.AddSiteLogging();
    builder.AddSecurity();
    builder.Services.AddTelemetry();
    builder.Services.AddContent();
    builder.Services.AddPictures();
    builder.Services.AddConsultations();
    builder.Services.AddHealth();
    builder.Services.AddPages();
    builder.Services.AddStructuredData();
    builder.Services.AddCards();
    builder.Services.AddCompression();
    builder.Services.AddWorkers();

    await using var app = builder.Build();

    app.CheckSettings();
    app.ClaimDataFolder();
    app.LoadCards();
    if (!app.LoadContent())
    {
        return 1;
    }

    app.WarnOfRisks();

    app.UseForwardedHeaders();
    app.UseRequestLog();
    app.UseErrorPage();
    app.UsePageCache();
    app.UseCompression();
    app.UseCanonicalAddresses();
    app.UseStatusPages();
    app.UseRouting();
    app.UseQuietStart();

    app.MapHealth();
    app.MapAssets();
    app.MapPictures();
    app.MapFeeds();
    app.MapMachineFiles();
    app.MapPages();

    await app.RunAsync();
    return 0;
}
