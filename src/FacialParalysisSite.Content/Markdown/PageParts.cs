namespace FacialParalysisSite.Content.Markdown;

/// <summary>The names that pages give to their own parts. A heading of a text cannot have them, but a link may lead there.</summary>
internal static class PageParts
{
    public const string Main = "main";

    public const string InShort = "in-short";

    public const string Contents = "contents";

    public const string Sources = "sources";

    /// <summary>How the name of a term that is defined begins.</summary>
    public const string Term = "term-";

    private static readonly string[] Names = [Main, InShort, Contents, Sources];

    /// <summary>Names of numbered parts, of figures, and of what surrounds every page.</summary>
    private static readonly string[] Beginnings = ["source-", "cite-", "fn-", "fnref-", "fig-", "site-", Term];

    public static bool IsName(string id) =>
        Names.Contains(id, StringComparer.Ordinal) || Beginnings.Any(beginning => id.StartsWith(beginning, StringComparison.Ordinal));
}
