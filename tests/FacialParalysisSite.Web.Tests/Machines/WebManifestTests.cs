using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
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
            var (width, height) = SizeOf(answer);
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{width}x{height}");
        }

        var touch = (await site.GetAsync("/")).Page.QuerySelector("link[rel=apple-touch-icon]")!.GetAttribute("href")!;
        Assert.Equal((180, 180), SizeOf(await site.GetAsync(touch)));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/favicon.ico")).Status);
    }

    [Fact]
    public async Task Cards_OfTheSite_AreThereForEveryCategoryAndSmall()
    {
        var categories = File.ReadLines(Path.Combine(Repository.Content, "categories.yml")).Where(line => line.StartsWith("- slug: ", StringComparison.Ordinal)).Select(line => line["- slug: ".Length..].Trim());
        foreach (var card in categories.Append("default"))
        {
            var answer = await site.GetAsync($"/images/cards/{card}.png");

            Assert.Equal((1200, 630), SizeOf(answer));
            Assert.InRange(answer.Bytes.Length, 1_000, 60_000);
        }
    }

    /// <summary>Width and height stand in the first chunk of a PNG.</summary>
    private static (int Width, int Height) SizeOf(Answer answer)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], answer.Bytes[..4]);
        return (BinaryPrimitives.ReadInt32BigEndian(answer.Bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(answer.Bytes.AsSpan(20)));
    }
}
