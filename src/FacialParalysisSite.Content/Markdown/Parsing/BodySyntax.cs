using System.Text;
using FacialParalysisSite.Content.Markdown.Citations;
using FacialParalysisSite.Content.Markdown.Figures;
using FacialParalysisSite.Content.Markdown.Placeholders;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>The Markdown of this site: the pipeline, and what every reader of the parsed tree needs.</summary>
internal static class BodySyntax
{
    /// <summary>Built once and shared; a pipeline is immutable.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseAlertBlocks()
        .Use<BodyExtension>()
        .Build();

    /// <summary>The parser and the renderer each give up at 128 levels, but do not count the same ones.</summary>
    private const int DeepestLevel = 100;

    /// <exception cref="ArgumentException">The text is nested more deeply than the parser or the renderer goes.</exception>
    public static MarkdownDocument Parse(string text)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        RefuseDepth(document, level: 0);
        PlaceUnderlinedHeadings(document, text);
        HeadingIds.Assign(document);
        TermIds.Assign(document);
        return document;
    }

    private static void RefuseDepth(MarkdownObject node, int level)
    {
        if (level > DeepestLevel)
        {
            throw new ArgumentException("The text is nested too deeply.", nameof(node));
        }

        IEnumerable<MarkdownObject> children = node switch
        {
            ContainerBlock container => container,
            LeafBlock { Inline: { } inlines } => inlines,
            ContainerInline container => container,
            _ => [],
        };
        foreach (var child in children)
        {
            RefuseDepth(child, level + 1);
        }
    }

    /// <summary>The parser counts the lines of an underlined heading from its underline; its words stand above.</summary>
    private static void PlaceUnderlinedHeadings(MarkdownDocument document, string text)
    {
        foreach (var heading in document.Descendants<HeadingBlock>().Where(heading => heading.IsSetext))
        {
            var late = heading.Line - text.AsSpan(0, heading.Span.Start).Count('\n');
            foreach (var part in heading.Inline?.Descendants().Prepend<MarkdownObject>(heading) ?? [heading])
            {
                part.Line -= late;
            }
        }
    }

    /// <summary>Whether it stands within the words of a link, where no second link may be.</summary>
    public static bool IsInLink(Inline inline)
    {
        for (var outer = inline.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is LinkInline { IsImage: false })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words a person reads in it, without any marks.</summary>
    public static string PlainText(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case HtmlInline html:
                    text.Append(html.Tag);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case CitationInline or PlaceholderInline or FigureInline:
                    break;
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>The figure that fills a paragraph alone, in no list, quote or table.</summary>
    public static FigureInline? FigureIn(ParagraphBlock paragraph) =>
        paragraph is { Parent: MarkdownDocument, Inline.FirstChild: FigureInline { NextSibling: null } figure } ? figure : null;

    /// <summary>The picture that fills a paragraph alone and has a caption.</summary>
    public static LinkInline? CaptionedPictureIn(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is LinkInline { IsImage: true, NextSibling: null } image && !string.IsNullOrWhiteSpace(image.Title)
            ? image
            : null;
}
