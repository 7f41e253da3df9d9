using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>The field to search in.</summary>
/// <param name="Value">What stands in it.</param>
internal sealed record SearchBox(string Value)
{
    public static SearchBox Empty { get; } = new("");

    /// <summary>As much of what was typed as fits the field and is searched for.</summary>
    public static string Shown(string? typed)
    {
        var text = typed ?? "";
        return text.Length <= SearchResults.LongestQuery ? text
            : text[..(char.IsHighSurrogate(text[SearchResults.LongestQuery - 1]) ? SearchResults.LongestQuery - 1 : SearchResults.LongestQuery)];
    }
}
