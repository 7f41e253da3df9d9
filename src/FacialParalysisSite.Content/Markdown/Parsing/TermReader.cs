using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Terms;
using Markdig.Extensions.DefinitionLists;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>Collects the terms that a text defines, and what is wrong with them.</summary>
internal sealed class TermReader
{
    private readonly List<GlossaryTerm> _terms = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<GlossaryTerm> Terms => _terms;

    /// <summary>Reads an item of a definition list.</summary>
    /// <param name="item">The item.</param>
    /// <param name="report">Takes what is wrong with one of its names.</param>
    public void Read(DefinitionItem item, Action<DefinitionTerm, ProblemCode, string, string> report)
    {
        foreach (var term in item.OfType<DefinitionTerm>())
        {
            var name = BodySyntax.PlainText(term.Inline);
            if (name.Length > GlossaryTerm.LongestName)
            {
                report(term, ProblemCode.TermTooLong, $"A term of {name.Length} characters; {GlossaryTerm.LongestName} is the most.",
                    "Is it a paragraph with a line below it that begins with a colon? Put an empty line between them and take the colon away.");
            }
            else if (name.Length > 0 && !_names.Add(name))
            {
                report(term, ProblemCode.DuplicateTerm, $"\"{name}\" is explained twice.", "Keep one of the two.");
            }
        }

        if (TermIds.Of(item) is { } read)
        {
            _terms.Add(read);
        }
    }
}
