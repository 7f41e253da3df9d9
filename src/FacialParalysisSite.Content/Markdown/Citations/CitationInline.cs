using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Citations;

/// <summary>A reference such as <c>[@fda-label]</c> to an entry of the article's list of sources.</summary>
internal sealed class CitationInline : LeafInline
{
    public required string SourceId { get; init; }
}
