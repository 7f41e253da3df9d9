using System.Text.Json;
using System.Text.Json.Serialization;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Assets;

namespace FacialParalysisSite.Web.Machines;

/// <summary>
/// How the site looks on the home screen of a telephone (W3C, Web Application Manifest). It opens in the browser: it is a
/// site with addresses to share, and no app.
/// </summary>
internal static class WebManifest
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public static byte[] Write(ContentCatalog catalog) => JsonSerializer.SerializeToUtf8Bytes(new Manifest(
        Id: "/",
        Name: catalog.Clinic.Name,
        Lang: "en-US",
        Dir: "ltr",
        StartUrl: "/",
        Scope: "/",
        Display: "browser",
        BackgroundColor: SiteColors.Paper,
        ThemeColor: SiteColors.Paper,
        Icons:
        [
            new Icon(SiteImages.SmallIcon, "192x192"),
            new Icon(SiteImages.LargeIcon, "512x512"),
            new Icon(SiteImages.MaskableIcon, "512x512") { Purpose = "maskable" },
        ]), Format);

    private sealed record Manifest(string Id, string Name, string Lang, string Dir, string StartUrl, string Scope, string Display, string BackgroundColor, string ThemeColor,
        IReadOnlyList<Icon> Icons);

    private sealed record Icon(string Src, string Sizes, string Type = "image/png")
    {
        public string? Purpose { get; init; }
    }
}
