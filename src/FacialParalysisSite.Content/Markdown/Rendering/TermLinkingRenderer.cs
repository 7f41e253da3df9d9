using FacialParalysisSite.Content.Markdown.Parsing;
using FacialParalysisSite.Content.Terms;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Rendering;

/// <summary>Plain words, in which the first use of each term of the glossary leads to its meaning.</summary>
internal sealed class TermLinkingRenderer(Glossary glossary) : HtmlObjectRenderer<LiteralInline>
{
    protected override void Write(HtmlRenderer renderer, LiteralInline obj)
    {
        var text = obj.Content.ToString();
        var written = 0;
        if (MayHaveLinks(obj))
        {
            foreach (var (index, length, term) in glossary.In(text).Where(found => ((BodyRenderer)renderer).IsFirstUse(found.Term)))
            {
                renderer.WriteEscape(text.AsSpan(written, index - written));
                renderer.Write("<a class=\"term\" href=\"").Write(glossary.Address).Write('#').Write(term.Id).Write("\">");
                renderer.WriteEscape(text.AsSpan(index, length));
                renderer.Write("</a>");
                written = index + length;
            }
        }

        renderer.WriteEscape(text.AsSpan(written));
    }

    private static bool MayHaveLinks(LiteralInline literal) =>
        !BodySyntax.IsInLink(literal) && BlockOf(literal) is not (HeadingBlock or DefinitionTerm);

    private static LeafBlock? BlockOf(Inline inline)
    {
        var outermost = inline.Parent;
        while (outermost?.Parent is { } parent)
        {
            outermost = parent;
        }

        return outermost?.ParentBlock;
    }
}
