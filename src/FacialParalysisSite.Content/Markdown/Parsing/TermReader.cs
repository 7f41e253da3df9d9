using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Terms;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>Collects the terms that a text defines, and what is wrong with them.</summary>
internal sealed class TermReader
{
    private readonly List<GlossaryTerm> _terms = [];
    private readonly Dictionary<string, Position> _first = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<GlossaryTerm> Terms => _terms;

    /// <summary>Reads an item of a definition list.</summary>
    /// <param name="item">The item.</param>
    /// <param name="positionOf">Where something stands in the file.</param>
    /// <param name="problems">Takes what is wrong with one of its names.</param>
    public void Read(DefinitionItem item, Func<MarkdownObject, Position> positionOf, FileProblems problems)
    {
        foreach (var term in item.OfType<DefinitionTerm>())
        {
            var name = BodySyntax.PlainText(term.Inline);
            var at = positionOf(term);
            if (name.Length > GlossaryTerm.LongestName)
            {
                problems.Add(at, ProblemCode.TermTooLong, $"A term of {name.Length} characters; {GlossaryTerm.LongestName} is the most.",
                    "Is it a paragraph with a line below it that begins with a colon? Put an empty line between them and take the colon away.");
            }
            else if (name.Length > 0 && !_first.TryAdd(name, at))
            {
                problems.Add(at, ProblemCode.DuplicateTerm, $"\"{name}\" is explained twice; the first is in line {_first[name].Line}.", "Keep one of the two.");
            }
        }

        if (TermIds.Of(item) is { } read)
        {
            _terms.Add(read);
        }
    }
}
