using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>The table of contents of a page.</summary>
/// <param name="Sections">Its sections, in order.</param>
/// <param name="HasSources">Whether its sources stand below them.</param>
internal sealed record PageContents(IReadOnlyList<Heading> Sections, bool HasSources)
{
    /// <summary>Letters of at most this length, such as "A to B", stand in a row instead of below each other.</summary>
    private const int ShortName = 8;

    public bool IsShort => Sections.All(section => section.Text.Length <= ShortName);
}
