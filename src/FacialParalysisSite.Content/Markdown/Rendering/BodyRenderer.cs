using System.Globalization;
using FacialParalysisSite.Content.Terms;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace FacialParalysisSite.Content.Markdown.Rendering;

/// <summary>Writes a parsed text as HTML for one context.</summary>
internal sealed class BodyRenderer : HtmlRenderer
{
    private readonly Dictionary<string, int> _timesCited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _linkedTerms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _figures = new(StringComparer.Ordinal);
    private int _tables;

    private BodyRenderer(TextWriter writer, BodyContext context)
        : base(writer) => Context = context;

    public BodyContext Context { get; }

    public static string Render(MarkdownDocument document, BodyContext context)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new BodyRenderer(writer, context);
        Parsing.BodySyntax.Pipeline.Setup(renderer);
        renderer.UseOwn();
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>How often a source has been cited so far, this time included.</summary>
    public int CountCitation(string source) => _timesCited[source] = _timesCited.GetValueOrDefault(source) + 1;

    /// <summary>The number of the table that is written now.</summary>
    public int CountTable() => ++_tables;

    /// <summary>Whether a term is used for the first time.</summary>
    public bool IsFirstUse(GlossaryTerm term) => _linkedTerms.Add(term.Id);

    /// <summary>Whether a figure has not been written yet: the names of its parts may stand once on a page.</summary>
    public bool IsFirstPlace(string figure) => _figures.Add(figure);

    private void UseOwn()
    {
        ObjectRenderers.Replace<HeadingRenderer>(new HeadingWithIdRenderer());
        ObjectRenderers.Replace<ParagraphRenderer>(new ParagraphOrFigureRenderer());
        ObjectRenderers.Replace<HtmlBlockRenderer>(new HtmlBlockAsTextRenderer());
        ObjectRenderers.Replace<HtmlInlineRenderer>(new HtmlInlineAsTextRenderer());
        ObjectRenderers.Replace<LinkInlineRenderer>(new SafeLinkRenderer());
        ObjectRenderers.Replace<AutolinkInlineRenderer>(new SafeAutolinkRenderer());
        ObjectRenderers.Replace<CodeBlockRenderer>(new PlainCodeBlockRenderer());
        ObjectRenderers.Replace<Markdig.Extensions.Alerts.AlertBlockRenderer>(new CalloutRenderer());
        ObjectRenderers.Replace<Markdig.Extensions.Footnotes.HtmlFootnoteLinkRenderer>(new FootnoteLinkRenderer());
        ObjectRenderers.Replace<Markdig.Extensions.Footnotes.HtmlFootnoteGroupRenderer>(new FootnoteListRenderer());
        var table = ObjectRenderers.FindExact<Markdig.Extensions.Tables.HtmlTableRenderer>()!;
        ObjectRenderers.Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new ScrollingTableRenderer(table));
        if (Context.Glossary is { } glossary)
        {
            ObjectRenderers.Replace<LiteralInlineRenderer>(new TermLinkingRenderer(glossary));
        }

        ObjectRenderers.Add(new CitationRenderer());
        ObjectRenderers.Add(new PlaceholderRenderer());
    }
}
