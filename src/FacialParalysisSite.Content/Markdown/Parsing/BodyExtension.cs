using FacialParalysisSite.Content.Markdown.Citations;
using FacialParalysisSite.Content.Markdown.Placeholders;
using Markdig;
using Markdig.Renderers;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>Adds what this site's Markdown has beyond Markdig's: citations and placeholders.</summary>
internal sealed class BodyExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // Before Markdig's own parsers, which would take [@x] for the beginning of a link.
        pipeline.InlineParsers.Insert(0, new CitationParser());
        pipeline.InlineParsers.Insert(0, new PlaceholderParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
