using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

public sealed class StaticAssetTests(StaticAssetTests.DevelopmentSite site) : IClassFixture<StaticAssetTests.DevelopmentSite>
{
    [Fact]
    public async Task Stylesheet_OfAPage_IsFingerprintedAndImmutable()
    {
        var address = await StylesheetAsync();

        Assert.Matches("^/css/site\\.[a-z0-9]{8,}\\.css$", address);
        var answer = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("text/css", answer.Header("Content-Type"));
        Assert.Contains("immutable", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("max-age=31536000", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal(Stylesheet.Served(Stylesheet.SiteParts), answer.Text.Trim());
    }

    [Fact]
    public async Task Stylesheet_OfTheGallery_ComesWithItsPagesAlone()
    {
        var addresses = (await site.GetAsync("/gallery")).Page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(2, addresses.Count);
        Assert.Equal(await StylesheetAsync(), addresses[0]);
        Assert.Equal(Stylesheet.Served(Stylesheet.GalleryParts), (await site.GetAsync(addresses[1])).Text.Trim());
        Assert.Single((await site.GetAsync("/")).Page.QuerySelectorAll("link[rel=stylesheet]"));
    }

    [Fact]
    public async Task Stylesheet_AskedForWithGzip_IsCompressed()
    {
        var address = await StylesheetAsync();

        var packed = await site.GetAsync(address, ("Accept-Encoding", "gzip"));

        Assert.Equal("gzip", packed.Header("Content-Encoding"));
        Assert.Contains("Accept-Encoding", packed.Header("Vary"), StringComparison.OrdinalIgnoreCase);
        await using var gzip = new GZipStream(new MemoryStream(packed.Bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        Assert.Equal((await site.GetAsync(address)).Text, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Stylesheet_InItsParts_IsNotServed()
    {
        foreach (var part in Stylesheet.Parts)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/css/" + part)).Status);
        }
    }

    [Fact]
    public async Task Stylesheet_OfABlock_IsFlatAndNamedAsItsFile()
    {
        foreach (var part in Stylesheet.Parts)
        {
            var text = Stylesheet.TextOf(part);
            Assert.DoesNotContain("!important", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?m)^\s*#[a-z]", text);
            Assert.DoesNotMatch(@"[a-z]__[a-z-]+__", text);
            if (part.Contains('/', StringComparison.Ordinal))
            {
                Assert.Contains("." + Path.GetFileNameWithoutExtension(part), text, StringComparison.Ordinal);
                Assert.StartsWith("@layer blocks {", text, StringComparison.Ordinal);
            }
        }

        Assert.Contains(".hero", (await site.GetAsync(await StylesheetAsync())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fonts_OfAPage_ArePreloadedFromWhereTheStylesheetHasThemAndKept()
    {
        var preloaded = (await site.GetAsync("/")).Page.QuerySelectorAll("link[rel=preload][as=font]").Select(link => link.GetAttribute("href")!).ToList();
        var css = (await site.GetAsync(await StylesheetAsync())).Text;

        Assert.Equal(Regex.Matches(css, @"url\(\.\.(/fonts/[^)]+)\)", RegexOptions.NonBacktracking).Select(font => font.Groups[1].Value), preloaded);
        Assert.Equal(2, preloaded.Count);
        foreach (var font in preloaded)
        {
            var answer = await site.GetAsync(font);
            Assert.Equal("font/woff2", answer.Header("Content-Type"));
            Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
        }
    }

    [Fact]
    public async Task Icon_OfAPage_IsServedAndIsTheMark()
    {
        var page = (await site.GetAsync("/")).Page;
        var icon = await site.GetAsync(page.QuerySelector("link[rel=icon]")!.GetAttribute("href")!);

        Assert.Equal("image/svg+xml", icon.Header("Content-Type"));
        Assert.Contains($"d=\"{page.QuerySelector(".masthead .mark path")!.GetAttribute("d")}\"", icon.Text, StringComparison.Ordinal);
    }

    private async Task<string> StylesheetAsync() => (await site.GetAsync("/")).Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

    /// <summary>As under <c>dotnet run</c>; how the published site serves them, its own test says.</summary>
    public sealed class DevelopmentSite : SiteHost
    {
        public DevelopmentSite() => In("Development");
    }
}
