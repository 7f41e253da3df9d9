using System.Text.Json;
using FacialParalysisSite.Content.Articles;

namespace FacialParalysisSite.Web.Assets.Cards;

/// <summary>
/// The pictures that go with links which people share, one for each category that has one, and one for all else.
/// <c>wwwroot/images/cards/cards.json</c> has the words in them; <c>make.mjs</c> beside this file draws them.
/// </summary>
internal sealed class SiteCards(IWebHostEnvironment site)
{
    public const int Width = 1200;

    public const int Height = 630;

    private const string Folder = "/images/cards/";

    private const string Default = "default";

    private readonly Dictionary<string, CardWords> _words = Read(site);

    /// <summary>The card of a category; a category without one, and what is in none, has the site's.</summary>
    public SiteCard Of(Category? category)
    {
        var name = category is not null && _words.ContainsKey(category.Slug) ? category.Slug : Default;
        var words = _words[name];
        return new SiteCard($"{Folder}{name}.png", $"{words.Title.TrimEnd('.')}. {words.Summary} Yellow lines leave one point and end along the outline of a face in profile.");
    }

    private static Dictionary<string, CardWords> Read(IWebHostEnvironment site)
    {
        var words = site.WebRootFileProvider.GetFileInfo(Folder + "cards.json");
        if (!words.Exists)
        {
            throw new MissingAssetsException($"wwwroot{Folder}cards.json is not in {site.ContentRootPath}. Publish the site anew, with wwwroot/ beside the program.");
        }

        using var file = words.CreateReadStream();
        return JsonSerializer.Deserialize<Dictionary<string, CardWords>>(file, JsonSerializerOptions.Web)!;
    }

    private sealed record CardWords(string Title, string Summary);
}

/// <summary>A picture that goes with a link.</summary>
/// <param name="Address">Its path.</param>
/// <param name="Alt">The words in it, and what is drawn beside them.</param>
internal sealed record SiteCard(string Address, string Alt);
