using System.Text;
using FacialParalysisSite.Content.Markdown.Citations;
using FacialParalysisSite.Content.Markdown.Placeholders;
using FacialParalysisSite.Content.Problems;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>Takes the passages out of a parsed text, in the order in which they are read.</summary>
internal sealed class PassageReader
{
    private readonly int _firstLine;
    private readonly StringBuilder _text = new();
    private List<PassageRun> _runs = [];
    private bool _isCited;

    private PassageReader(int firstLine) => _firstLine = firstLine;

    /// <summary>Reads the passages.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="firstLine">The line of the file at which it begins.</param>
    public static IReadOnlyList<Passage> Read(MarkdownDocument document, int firstLine) =>
        document.Descendants<Block>().Select(new PassageReader(firstLine).Read).OfType<Passage>().ToList();

    private Passage? Read(Block block) => block switch
    {
        HeadingBlock heading => Read(PassageKind.Heading, heading),
        DefinitionTerm term => Read(PassageKind.Words, term),
        TableRow row => Read(PassageKind.Words, row.Descendants<LeafBlock>().ToArray()),
        ParagraphBlock { Parent: not TableCell } paragraph => Read(PassageKind.Prose, paragraph),
        _ => null,
    };

    private Passage? Read(PassageKind kind, params LeafBlock[] blocks)
    {
        _text.Clear();
        _runs = [];
        _isCited = false;
        foreach (var inline in blocks.SelectMany(block => block.Inline?.Descendants().OfType<Inline>().Append(Gap) ?? []))
        {
            Read(inline);
        }

        var text = _text.ToString().TrimEnd();
        return text.Length == 0 ? null : new Passage(kind, text, _isCited, _runs.Count > 0 ? _runs : [new PassageRun(0, At(blocks[0]))]);
    }

    private static LineBreakInline Gap { get; } = new();

    private void Read(Inline inline)
    {
        switch (inline)
        {
            case CitationInline:
                _isCited = true;
                break;
            case LineBreakInline:
                _text.Append(' ');
                break;
            case LiteralInline literal:
                Add(literal, literal.Content.AsSpan());
                break;
            case CodeInline code:
                Add(code, code.ContentSpan);
                break;
            case HtmlEntityInline entity:
                Add(entity, entity.Transcoded.AsSpan());
                break;
            case HtmlInline html:
                Add(html, html.Tag);
                break;
            case PlaceholderInline placeholder:
                // What it stands for is a name or a number; its own name is as long a word.
                Add(placeholder, placeholder.Name);
                break;
        }
    }

    private void Add(Inline inline, ReadOnlySpan<char> text)
    {
        _runs.Add(new PassageRun(_text.Length, At(inline)));
        _text.Append(text);
    }

    private Position At(MarkdownObject node) => new(_firstLine + node.Line, node.Column + 1);
}
