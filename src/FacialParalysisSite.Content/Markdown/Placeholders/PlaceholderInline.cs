using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Placeholders;

/// <summary>A place such as <c>{{phone}}</c> that is filled from <c>clinic.yml</c>.</summary>
internal sealed class PlaceholderInline : LeafInline
{
    public required string Name { get; init; }
}
