using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>The table of contents of a page.</summary>
/// <param name="Sections">Its sections, in order.</param>
/// <param name="HasSources">Whether its sources stand below them.</param>
internal sealed record PageContents(IReadOnlyList<Heading> Sections, bool HasSources)
{
    /// <summary>Names of at most this length, such as "A to B", are short.</summary>
    private const int ShortName = 8;

    /// <summary>Whether nearly all names are short: then they stand in a row instead of below each other.</summary>
    public bool IsShort => Sections.Count(section => section.Text.Length <= ShortName) * 4 >= Sections.Count * 3;
}
