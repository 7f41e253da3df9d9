using FacialParalysisSite.Content.Articles;

namespace FacialParalysisSite.Web.Assets;

/// <summary>The images of <c>wwwroot/images</c> that programs ask for: icons, and cards for links that people share.</summary>
internal static class SiteImages
{
    /// <summary>The mark, 180 points wide and high, without round corners: telephones cut them.</summary>
    public const string TouchIcon = "/images/apple-touch-icon.png";

    /// <summary>The mark, 192 points wide and high.</summary>
    public const string SmallIcon = "/images/icon-192.png";

    /// <summary>The mark, 512 points wide and high.</summary>
    public const string LargeIcon = "/images/icon-512.png";

    /// <summary>The mark, 512 points wide and high, with so much around it that it may be cut to a circle.</summary>
    public const string MaskableIcon = "/images/icon-512-maskable.png";

    public const int CardWidth = 1200;

    public const int CardHeight = 630;

    /// <summary>What every card shows besides words that the page has, too.</summary>
    public const string CardAlt = "Yellow lines leave one point and end along the outline of a face in profile.";

    private const string DefaultCard = "/images/cards/default.png";

    /// <summary>The card of a category; a category without one, and what is in none, has the site's.</summary>
    public static string CardOf(Category? category, IWebHostEnvironment site) =>
        category is not null && $"/images/cards/{category.Slug}.png" is var card && site.WebRootFileProvider.GetFileInfo(card).Exists ? card : DefaultCard;
}
