using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>The table of contents of a page.</summary>
/// <param name="Sections">Its sections, in order.</param>
/// <param name="HasSources">Whether its sources stand below them.</param>
internal sealed record PageContents(IReadOnlyList<Heading> Sections, bool HasSources);
