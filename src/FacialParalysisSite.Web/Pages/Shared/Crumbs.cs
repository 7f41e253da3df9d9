namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>The way down to a page, as it is shown.</summary>
/// <param name="Steps">What lies above the page, the highest first.</param>
/// <param name="Place">The class of its place in the page; null where it needs none.</param>
internal sealed record Crumbs(IReadOnlyList<Crumb> Steps, string? Place = null);

/// <summary>A page above another.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Its path.</param>
internal sealed record Crumb(string Title, string Address)
{
    /// <summary>The list of all articles, which lies above every article and every other list.</summary>
    public static Crumb Articles { get; } = new("Articles", Content.SiteAddresses.Articles);

    /// <summary>The list of all cases, which lies above each of them.</summary>
    public static Crumb Gallery { get; } = new("Gallery", Content.SiteAddresses.Gallery);
}
