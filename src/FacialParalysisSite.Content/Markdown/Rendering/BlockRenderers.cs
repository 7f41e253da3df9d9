using System.Globalization;
using FacialParalysisSite.Content.Figures;
using FacialParalysisSite.Content.Markdown.Parsing;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FacialParalysisSite.Content.Markdown.Rendering;

internal sealed class HeadingWithIdRenderer : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        // The page's title is its only h1, whatever a text may contain.
        var tag = "h" + Math.Max(2, obj.Level).ToString(CultureInfo.InvariantCulture);
        renderer.Write('<').Write(tag).Write(" id=\"").WriteEscape(HeadingIds.Of(obj).Id).Write("\">");
        renderer.WriteLeafInline(obj);
        renderer.Write("</").Write(tag).WriteLine(">");
    }
}

/// <summary>A figure of the site and a picture with a caption stand alone; everything else is a paragraph.</summary>
internal sealed class ParagraphOrFigureRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    private readonly ParagraphRenderer _paragraph = new();

    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (BodySyntax.FigureIn(obj) is { } figure)
        {
            WriteFigure((BodyRenderer)renderer, figure.Name);
        }
        else if (BodySyntax.CaptionedPictureIn(obj) is { } picture)
        {
            if (((BodyRenderer)renderer).Context.IsPatientAt(picture.Url ?? ""))
            {
                return;
            }

            renderer.Write("<figure>").Write(picture);
            renderer.Write("<figcaption>").WriteEscape(picture.Title).WriteLine("</figcaption></figure>");
        }
        else
        {
            _paragraph.Write(renderer, obj);
        }
    }

    private static void WriteFigure(BodyRenderer renderer, string name)
    {
        if (SiteFigures.HtmlOf(name) is { } html && renderer.IsFirstPlace(name))
        {
            renderer.WriteLine(html);
        }
    }
}

/// <summary>HTML in a text is shown, never obeyed.</summary>
internal sealed class HtmlBlockAsTextRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
        renderer.Write("<p>");
        renderer.WriteLeafRawLines(obj, writeEndOfLines: false, escape: true);
        renderer.WriteLine("</p>");
    }
}

/// <summary>Code without the classes that Markdig makes from the language, which is free text.</summary>
internal sealed class PlainCodeBlockRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        renderer.Write("<pre tabindex=\"0\"><code>");
        renderer.WriteLeafRawLines(obj, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</code></pre>");
    }
}

internal sealed class CalloutRenderer : HtmlObjectRenderer<AlertBlock>
{
    protected override void Write(HtmlRenderer renderer, AlertBlock obj)
    {
        var label = Callout.LabelOf(obj);
        renderer.Write("<div class=\"callout callout--").Write(label.ToLowerInvariant()).Write("\" role=\"note\" aria-label=\"").Write(label).WriteLine("\">");
        renderer.Write("<p class=\"callout__label\">").Write(label).WriteLine("</p>");
        renderer.WriteChildren(obj);
        renderer.WriteLine("</div>");
    }
}

/// <summary>A wide table scrolls by itself instead of the page, and the keyboard can reach it.</summary>
internal sealed class ScrollingTableRenderer(HtmlTableRenderer table) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        var number = ((BodyRenderer)renderer).CountTable().ToString(CultureInfo.InvariantCulture);
        renderer.Write("<section class=\"scroll\" tabindex=\"0\" aria-label=\"Table ").Write(number).WriteLine("\">");
        AlignByClass(obj);
        table.Write(renderer, obj);
        renderer.WriteLine("</section>");
    }

    /// <summary>Markdig aligns columns by style attributes, which the site's Content-Security-Policy refuses.</summary>
    private static void AlignByClass(Table table)
    {
        foreach (var row in table.Cast<TableRow>())
        {
            foreach (var (cell, column) in row.Cast<TableCell>().Zip(table.ColumnDefinitions))
            {
                if (column.Alignment is TableColumnAlign.Center or TableColumnAlign.Right)
                {
                    cell.GetAttributes().AddClass(column.Alignment is TableColumnAlign.Center ? "align-center" : "align-right");
                }
            }
        }

        table.ColumnDefinitions.ForEach(column => column.Alignment = null);
    }
}

internal sealed class FootnoteListRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        renderer.WriteLine("<ol class=\"footnotes\" aria-label=\"Notes\">");
        foreach (var footnote in obj.Cast<Footnote>())
        {
            renderer.Write("<li id=\"fn-").Write(footnote.Order.ToString(CultureInfo.InvariantCulture)).WriteLine("\">");
            renderer.WriteChildren(footnote);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>");
    }
}
