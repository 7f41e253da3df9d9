using FacialParalysisSite.Content.Markdown.Citations;
using FacialParalysisSite.Content.Markdown.Figures;
using FacialParalysisSite.Content.Markdown.Placeholders;
using Markdig;
using Markdig.Renderers;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>Adds what this site's Markdown has beyond Markdig's: citations, placeholders and figures.</summary>
internal sealed class BodyExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // Before Markdig's own parsers, which would take [@x] for the beginning of a link.
        pipeline.InlineParsers.Insert(0, new CitationParser());
        pipeline.InlineParsers.Insert(0, new PlaceholderParser());
        pipeline.InlineParsers.Insert(0, new FigureParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
