using System.Globalization;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Terms;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>Gives every term that a text defines the name that links lead to.</summary>
internal static class TermIds
{
    public static void Assign(MarkdownDocument document)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in document.Descendants<DefinitionItem>())
        {
            if (item.OfType<DefinitionTerm>().FirstOrDefault() is { } first)
            {
                var wanted = PageParts.Term + Slug.From(BodySyntax.PlainText(first.Inline), whenEmpty: "term");
                var id = wanted;
                while (!used.TryAdd(id, 1))
                {
                    id = wanted + "-" + (++used[wanted]).ToString(CultureInfo.InvariantCulture);
                }

                first.GetAttributes().Id = id;
            }
        }
    }

    /// <summary>The term of an item of a definition list, or null where it has none.</summary>
    public static GlossaryTerm? Of(DefinitionItem item)
    {
        var terms = item.OfType<DefinitionTerm>().ToList();
        var names = terms.Select(term => BodySyntax.PlainText(term.Inline)).Where(name => name.Length is > 0 and <= GlossaryTerm.LongestName).ToList();
        return names.Count == 0 ? null : new GlossaryTerm(terms[0].GetAttributes().Id!, names);
    }
}
