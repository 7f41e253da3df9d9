using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>The field to search in.</summary>
/// <param name="Value">What stands in it.</param>
internal sealed record SearchBox(string Value)
{
    public static SearchBox Empty { get; } = new("");

    /// <summary>As much of what was typed as fits the field and is read, with spaces for controls, which HTML has no way to write.</summary>
    public static string Shown(string? typed)
    {
        var text = string.Concat((typed ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter));
        return text.Length <= SearchResults.LongestText ? text
            : text[..(char.IsHighSurrogate(text[SearchResults.LongestText - 1]) ? SearchResults.LongestText - 1 : SearchResults.LongestText)];
    }
}
