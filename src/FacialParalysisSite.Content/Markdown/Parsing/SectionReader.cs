using System.Text;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Figures;
using FacialParalysisSite.Content.Markdown.Figures;
using FacialParalysisSite.Content.Markdown.Placeholders;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>Takes a parsed text apart into its sections, as plain words.</summary>
internal sealed class SectionReader
{
    private readonly Clinic _clinic;
    private readonly List<TextSection> _sections = [];
    private readonly StringBuilder _text = new();
    private string? _id;
    private string _heading = "";
    private bool _isContinued;

    private SectionReader(Clinic clinic) => _clinic = clinic;

    /// <summary>The sections that have any words, in order.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="clinic">Fills the placeholders.</param>
    public static IReadOnlyList<TextSection> Read(MarkdownDocument document, Clinic clinic)
    {
        var reader = new SectionReader(clinic);
        foreach (var block in document)
        {
            reader.Read(block);
        }

        reader.End();
        return reader._sections;
    }

    /// <summary>The words of one block.</summary>
    /// <param name="block">A part of a parsed text.</param>
    /// <param name="clinic">Fills the placeholders.</param>
    public static string WordsOf(Block block, Clinic clinic)
    {
        var reader = new SectionReader(clinic);
        reader.Add(block);
        return reader._text.ToString().Trim();
    }

    private void Read(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Begin(HeadingIds.Of(heading).Id, BodySyntax.PlainText(heading.Inline));
                break;
            case DefinitionList list:
                var (id, name) = (_id, _heading);
                foreach (var item in list.OfType<DefinitionItem>())
                {
                    ReadTerm(item);
                }

                Begin(id, name);
                _isContinued = true;
                break;
            default:
                Add(block);
                break;
        }
    }

    private void ReadTerm(DefinitionItem item)
    {
        if (TermIds.Of(item) is not { } term)
        {
            Add(item);
            return;
        }

        Begin(term.Id, string.Join(", ", term.Names));
        foreach (var block in item.Where(block => block is not DefinitionTerm))
        {
            Add(block);
        }
    }

    private void Begin(string? id, string heading)
    {
        End();
        _id = id;
        _heading = heading;
        _isContinued = false;
    }

    private void End()
    {
        var text = _text.ToString().Trim();
        if (text.Length > 0 || (_heading.Length > 0 && !_isContinued))
        {
            _sections.Add(new TextSection(_id, _heading, text));
        }

        _text.Clear();
    }

    private void Add(Block block)
    {
        foreach (var leaf in block is LeafBlock single ? [single] : block.Descendants<LeafBlock>())
        {
            foreach (var inline in leaf.Inline?.Descendants().OfType<Inline>() ?? [])
            {
                Add(inline);
            }

            if (leaf is CodeBlock)
            {
                _text.Append(leaf.Lines.ToString());
            }

            _text.Append(' ');
        }
    }

    private void Add(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal when literal.Parent is not LinkInline { IsImage: true }:
                _text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                _text.Append(code.ContentSpan);
                break;
            case HtmlEntityInline entity:
                _text.Append(entity.Transcoded.AsSpan());
                break;
            case HtmlInline html:
                _text.Append(html.Tag);
                break;
            case LineBreakInline:
                _text.Append(' ');
                break;
            case FigureInline figure:
                _text.Append(SiteFigures.TextOf(figure.Name));
                break;
            case PlaceholderInline placeholder:
                _text.Append(ClinicPlaceholders.TextOf(placeholder.Name, _clinic));
                break;
        }
    }
}
