namespace FacialParalysisSite.Web.Assets;

/// <summary>The icons of <c>wwwroot/images</c>.</summary>
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
}
