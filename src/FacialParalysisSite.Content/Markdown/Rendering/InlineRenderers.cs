using System.Globalization;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Markdown.Citations;
using FacialParalysisSite.Content.Markdown.Parsing;
using FacialParalysisSite.Content.Markdown.Placeholders;
using FacialParalysisSite.Content.Pictures;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Rendering;

/// <summary>Links and pictures. What leads nowhere, or somewhere it must not, is written as its words alone.</summary>
internal sealed class SafeLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        if (obj.IsImage)
        {
            WritePicture(renderer, obj);
            return;
        }

        var address = ((BodyRenderer)renderer).Context.AddressOfLink(obj.Url ?? "");
        if (address is null)
        {
            renderer.WriteChildren(obj);
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write("\">");
        renderer.WriteChildren(obj);
        renderer.Write("</a>");
    }

    private static void WritePicture(HtmlRenderer renderer, LinkInline image)
    {
        if (((BodyRenderer)renderer).Context.IsPatientAt(image.Url ?? ""))
        {
            return;
        }

        var words = BodySyntax.PlainText(image);
        var description = words.Equals("decorative", StringComparison.OrdinalIgnoreCase) ? "" : words;
        if (((BodyRenderer)renderer).Context.PictureAt(image.Url ?? "") is not { } picture)
        {
            renderer.WriteEscape(description);
            return;
        }

        renderer.Write(PictureMarkup.Html(picture, description, PictureLayout.Text));
    }
}

internal sealed class SafeAutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        var address = ((BodyRenderer)renderer).Context.AddressOfLink(obj.IsEmail ? "mailto:" + obj.Url : obj.Url);
        if (address is null)
        {
            renderer.WriteEscape(obj.Url);
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write("\">").WriteEscape(obj.Url).Write("</a>");
    }
}

/// <summary>HTML in a text is shown, never obeyed.</summary>
internal sealed class HtmlInlineAsTextRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline obj) => renderer.WriteEscape(obj.Tag);
}

internal sealed class CitationRenderer : HtmlObjectRenderer<CitationInline>
{
    protected override void Write(HtmlRenderer renderer, CitationInline obj)
    {
        var body = (BodyRenderer)renderer;
        if (!body.Context.SourceNumbers.TryGetValue(obj.SourceId, out var source))
        {
            return;
        }

        var number = source.ToString(CultureInfo.InvariantCulture);
        if (BodySyntax.IsInLink(obj))
        {
            renderer.Write('[').Write(number).Write(']');
            return;
        }

        var time = body.CountCitation(obj.SourceId).ToString(CultureInfo.InvariantCulture);
        renderer.Write("<a class=\"ref\" id=\"cite-").Write(number).Write('-').Write(time).Write("\" href=\"#source-").Write(number)
            .Write("\"><span class=\"hidden\">Source </span>").Write(number).Write("</a>");
    }
}

internal sealed class PlaceholderRenderer : HtmlObjectRenderer<PlaceholderInline>
{
    protected override void Write(HtmlRenderer renderer, PlaceholderInline obj)
    {
        var clinic = ((BodyRenderer)renderer).Context.Clinic;
        var text = ClinicPlaceholders.TextOf(obj.Name, clinic);
        if (text is null)
        {
            return;
        }

        if (!BodySyntax.IsInLink(obj) && ClinicPlaceholders.AddressOf(obj.Name, clinic) is { } address)
        {
            renderer.Write("<a href=\"").WriteEscapeUrl(address).Write("\">").WriteEscape(text).Write("</a>");
        }
        else
        {
            renderer.WriteEscape(text);
        }
    }
}

internal sealed class FootnoteLinkRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        var note = obj.Footnote.Order.ToString(CultureInfo.InvariantCulture);
        var place = obj.Index.ToString(CultureInfo.InvariantCulture);
        if (BodySyntax.IsInLink(obj))
        {
            renderer.Write('[').Write(note).Write(']');
            return;
        }

        if (obj.IsBackLink)
        {
            renderer.Write(" <a href=\"#fnref-").Write(place).Write("\" aria-label=\"Back to the text of note ").Write(note).Write("\">↩</a>");
        }
        else
        {
            renderer.Write("<a class=\"ref\" id=\"fnref-").Write(place).Write("\" href=\"#fn-").Write(note)
                .Write("\"><span class=\"hidden\">Note </span>").Write(note).Write("</a>");
        }
    }
}
