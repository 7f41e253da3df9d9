using System.Net;
using System.Text.Json;
using FacialParalysisSite.Web.Assets;
using FacialParalysisSite.Web.Tests.Assets;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Machines;

public sealed class WebManifestTests(SiteHost site) : IClassFixture<SiteHost>
{
    /// <summary>What the W3C's Web Application Manifest knows, as far as the site uses it.</summary>
    private static readonly HashSet<string> Members = new(["id", "name", "lang", "dir", "start_url", "scope", "display", "background_color", "theme_color", "icons"], StringComparer.Ordinal);

    [Fact]
    public async Task Get_TheManifestOfAPage_IsAsTheStandardHasIt()
    {
        var page = (await site.GetAsync("/")).Page;
        var answer = await site.GetAsync(page.QuerySelector("link[rel=manifest]")!.GetAttribute("href")!);

        Assert.Equal("application/manifest+json", answer.Header("Content-Type"));
        var manifest = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal(Members, manifest.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal));
        Assert.Equal("The Sample Clinic", manifest.GetProperty("name").GetString());
        Assert.Equal("/", manifest.GetProperty("start_url").GetString());
        Assert.Equal("browser", manifest.GetProperty("display").GetString());
        Assert.All(["background_color", "theme_color"], color => Assert.Matches("^#[0-9a-f]{6}$", manifest.GetProperty(color).GetString()));
    }

    [Fact]
    public async Task Icons_OfTheManifestAndOfPages_AreAsLargeAsTheySay()
    {
        var icons = JsonDocument.Parse((await site.GetAsync("/site.webmanifest")).Text).RootElement.GetProperty("icons").EnumerateArray().ToList();
        Assert.Equal(3, icons.Count);
        Assert.Single(icons, icon => icon.TryGetProperty("purpose", out var purpose) && purpose.GetString() == "maskable");
        foreach (var icon in icons)
        {
            var answer = await site.GetAsync(icon.GetProperty("src").GetString()!);
            Assert.Equal(icon.GetProperty("type").GetString(), answer.Header("Content-Type"));
            var (width, height) = PngSize.Of(answer);
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{width}x{height}");
        }

        var touch = (await site.GetAsync("/")).Page.QuerySelector("link[rel=apple-touch-icon]")!.GetAttribute("href")!;
        Assert.Equal((180, 180), PngSize.Of(await site.GetAsync(touch)));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/favicon.ico")).Status);
    }

    [Fact]
    public void Colors_OfTheManifest_AreThoseOfTheStylesheet()
    {
        var papers = Stylesheet.TextOf("tokens.css").Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("--paper:", StringComparison.Ordinal));

        Assert.Equal([$"--paper: {SiteColors.Paper};", $"--paper: {SiteColors.DarkPaper};"], papers);
    }
}
