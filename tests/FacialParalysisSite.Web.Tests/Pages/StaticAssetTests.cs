using System.IO.Compression;
using System.Net;
using System.Text;
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
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "wwwroot", "css", "site.css")), answer.Text);
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
    public async Task Icon_OfAPage_IsServed()
    {
        var address = (await site.GetAsync("/")).Page.QuerySelector("link[rel=icon]")!.GetAttribute("href")!;

        Assert.Equal("image/svg+xml", (await site.GetAsync(address)).Header("Content-Type"));
    }

    private async Task<string> StylesheetAsync() => (await site.GetAsync("/")).Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

    /// <summary>As under <c>dotnet run</c>; how the published site serves them, its own test says.</summary>
    public sealed class DevelopmentSite : SiteHost
    {
        public DevelopmentSite() => In("Development");
    }
}
