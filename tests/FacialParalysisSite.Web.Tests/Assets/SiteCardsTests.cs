using System.Text.Json;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Assets;

/// <summary>The cards for links that people share, with the words that they were drawn from.</summary>
public sealed class SiteCardsTests(RealSite site) : IClassFixture<RealSite>
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "wwwroot", "images", "cards");

    private static readonly Dictionary<string, Words> Cards =
        JsonSerializer.Deserialize<Dictionary<string, Words>>(File.ReadAllText(Path.Combine(Folder, "cards.json")), JsonSerializerOptions.Web)!;

    [Fact]
    public async Task Cards_OfTheSite_AreThoseWhoseWordsAreKnownAndSmall()
    {
        Assert.Equal(Cards.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(Folder, "*.png").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));
        foreach (var card in Cards.Keys)
        {
            var answer = await site.GetAsync($"/images/cards/{card}.png");

            Assert.Equal((1200, 630), PngSize.Of(answer));
            Assert.InRange(answer.Bytes.Length, 1_000, 60_000);
        }
    }

    /// <summary>Where it fails, change cards.json, and draw the cards anew with src/FacialParalysisSite.Web/Assets/Cards/make.mjs.</summary>
    [Fact]
    public void Words_OfTheCards_AreStillThoseOfTheContent()
    {
        var catalog = site.Services.GetRequiredService<ContentLibrary>().Current;

        // A category without its own would be shared under the card of the site.
        Assert.Equal(catalog.Categories.Select(category => category.Slug).Append("default").Order(StringComparer.Ordinal), Cards.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, words) in Cards.Where(card => card.Key != "default"))
        {
            var category = catalog.FindCategory(name);
            Assert.Equal((category?.Title, category?.Summary), (words.Title, words.Summary));
        }

        Assert.Equal(catalog.Home!.Title, Cards["default"].Title);
        Assert.EndsWith(Cards["default"].Summary, catalog.Home.Lead, StringComparison.Ordinal);
    }

    private sealed record Words(string Title, string Summary);
}
