namespace FacialParalysisSite.Web.Assets;

/// <summary>Colours of <c>wwwroot/css/tokens.css</c> that browsers want to know outside the stylesheet.</summary>
internal static class SiteColors
{
    /// <summary><c>--paper</c>.</summary>
    public const string Paper = "#f5f5ef";

    /// <summary><c>--paper</c> in the dark.</summary>
    public const string DarkPaper = "#0e1a17";
}
