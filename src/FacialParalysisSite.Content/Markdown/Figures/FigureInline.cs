using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Figures;

/// <summary>A place such as <c>{{figure nerve}}</c> where one of the site's own figures is to stand.</summary>
internal sealed class FigureInline : LeafInline
{
    public required string Name { get; init; }
}
