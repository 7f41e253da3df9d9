using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Markdown.Citations;
using FacialParalysisSite.Content.Markdown.Figures;
using FacialParalysisSite.Content.Markdown.Placeholders;
using FacialParalysisSite.Content.Problems;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>Reads the text of one file: its outline, and everything that is wrong in it by itself.</summary>
internal sealed class BodyReader
{
    /// <summary>
    /// Limits that keep a hostile text from stopping the machine: some Markdown takes time with the square of a
    /// paragraph's length. The longest article is about 8,000 characters, its longest paragraph 800.
    /// </summary>
    private const int LongestText = 200_000;

    private const int LongestParagraph = 10_000;

    private readonly string _file;
    private readonly int _firstLine;
    private readonly FileProblems _problems;
    private readonly IReadOnlySet<string>? _sources;
    private readonly List<Heading> _headings = [];
    private readonly List<string> _citations = [];
    private readonly List<Located<LinkTarget>> _links = [];
    private readonly List<Located<string>> _pictures = [];
    private readonly List<Located<string>> _placeholders = [];
    private readonly TermReader _terms = new();
    private readonly FigureReader _figures;
    private int _words;

    private BodyReader(string file, int firstLine, IReadOnlySet<string>? sources, FileProblems problems)
    {
        _file = file;
        _firstLine = firstLine;
        _sources = sources;
        _problems = problems;
        _figures = new FigureReader(problems);
    }

    /// <summary>Reads the text below the front matter.</summary>
    /// <param name="split">The file, parted.</param>
    /// <param name="sources">The ids of the sources listed in the front matter; null where they are not known.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The text and its words, or null where it cannot be used at all.</returns>
    public static BodyReading? Read(FrontMatterSplit split, IReadOnlySet<string>? sources, FileProblems problems)
    {
        if (IsTooLong(split, problems))
        {
            return null;
        }

        MarkdownDocument document;
        try
        {
            document = BodySyntax.Parse(split.Body);
        }
        catch (ArgumentException)
        {
            problems.Add(new Position(DeepestLine(split), 1), ProblemCode.MarkdownTooDeep,
                "Lists, quotes, brackets or stars are nested too deeply here.", "Write it with fewer levels inside one another.");
            return null;
        }

        var reader = new BodyReader(problems.File, split.BodyLine, sources, problems);
        reader.Read(document);
        var body = new MarkdownBody(problems.File, split.Body, new BodyOutline(reader._headings, reader._citations, reader._links,
            reader._pictures, reader._placeholders, reader._terms.Terms, reader._words));
        return new BodyReading(body, document, split.BodyLine);
    }

    private void Read(MarkdownDocument document)
    {
        if (document.Count == 0 || document.All(block => block is LinkReferenceDefinitionGroup))
        {
            _problems.Add(new Position(_firstLine, 1), ProblemCode.EmptyBody, "There is no text below the fields.",
                "Write the text below the second line of three hyphens.");
        }

        foreach (var node in document.Descendants())
        {
            Read(node);
        }
    }

    private void Read(MarkdownObject node)
    {
        switch (node)
        {
            case HeadingBlock heading:
                ReadHeading(heading);
                break;
            case DefinitionItem item:
                _terms.Read(item, PositionOf, _problems);
                break;
            case AlertBlock callout when !Callout.IsKnown(callout):
                Report(callout, ProblemCode.UnknownCallout, $"There is no callout \"{callout.Kind}\".",
                    Suggestion.For(callout.Kind.ToString(), Callout.Names, $"Use one of: {string.Join(", ", Callout.Names)}."));
                break;
            case HtmlBlock html:
                Report(html, ProblemCode.RawHtml, "HTML is shown to readers as text.", "Write it in Markdown, or delete it.");
                break;
            case HtmlInline html:
                Report(html, ProblemCode.RawHtml, "HTML is shown to readers as text.", "Write it in Markdown, or delete it.");
                break;
            case LinkInline { IsImage: true } image:
                ReadPicture(image);
                break;
            case LinkInline link:
                ReadLink(link);
                break;
            case AutolinkInline link:
                AddLink(link, link.IsEmail ? "mailto:" + link.Url : link.Url);
                break;
            case CitationInline citation:
                ReadCitation(citation);
                break;
            case PlaceholderInline placeholder:
                _placeholders.Add(new Located<string>(placeholder.Name, PositionOf(placeholder)));
                break;
            case FigureInline figure:
                _figures.Read(figure, PositionOf(figure));
                break;
            case LiteralInline literal:
                _words += WordsIn(literal.Content.AsSpan());
                break;
        }
    }

    private void ReadHeading(HeadingBlock block)
    {
        var id = HeadingIds.Of(block);
        var text = BodySyntax.PlainText(block.Inline);
        if (id.Fault is not null)
        {
            var first = id.Namesake is null ? "" : $" The first is in line {PositionOf(id.Namesake).Line}.";
            Report(block, ProblemCode.BadHeadingId, id.Fault + first, "Give the heading a name of its own, such as {#risks}.");
        }

        if (text.Length == 0)
        {
            Report(block, ProblemCode.EmptyHeading, "A heading without words.", "Write the words behind the # signs, or delete them.");
        }

        var above = _headings.Count == 0 ? 1 : _headings[^1].Level;
        if (block.Level == 1)
        {
            Report(block, ProblemCode.TopHeading, "A heading with one # is the title of the page, which stands in the field \"title\".",
                "Begin with ##.");
        }
        else if (block.Level > above + 1)
        {
            Report(block, ProblemCode.SkippedHeading, $"This heading has {block.Level} # signs, but the one above has {above}.",
                $"Use {above + 1} # signs; people who listen to the page find their way by these levels.");
        }

        _headings.Add(new Heading(id.Id, text, block.Level));
    }

    private void ReadPicture(LinkInline image)
    {
        var at = PositionOf(image);
        switch (LinkTarget.Of(image.Url ?? "", _file))
        {
            case LinkTarget.File { Id: null } file:
                _pictures.Add(new Located<string>(file.Path, at));
                break;
            case LinkTarget.Unsafe or LinkTarget.External:
                Report(image, ProblemCode.UnsafeLink, "Pictures can only come from this site.",
                    "Save the picture in content/images and write ../images/name.jpg. Ask first whether it may be used.");
                break;
            default:
                Report(image, ProblemCode.MissingPicture, "This is not the name of a picture.", "Write ../images/name.jpg.");
                break;
        }

        if (BodySyntax.PlainText(image).Length == 0)
        {
            Report(image, ProblemCode.NoAltText, "The picture has no description for people who cannot see it.",
                "Write what it shows between the square brackets, or the word decorative where it says nothing.");
        }
    }

    private void ReadLink(LinkInline link)
    {
        if (BodySyntax.PlainText(link).Length == 0 && !link.Descendants().Any(inner => inner is PlaceholderInline or LinkInline { IsImage: true }))
        {
            Report(link, ProblemCode.EmptyLink, "A link without words.", "Write between the square brackets where it leads.");
        }

        AddLink(link, link.Url ?? "");
    }

    private void AddLink(Inline link, string url)
    {
        switch (LinkTarget.Of(url, _file))
        {
            case LinkTarget.Unsafe:
                Report(link, ProblemCode.UnsafeLink, "A link must not lead there.",
                    "Links may begin with https://, http://, mailto:, tel:, or name a file of this site such as what-is-synkinesis.md.");
                break;
            case LinkTarget.Nowhere:
                Report(link, ProblemCode.BrokenLink, "This link leads nowhere.",
                    "Write the file name of an article, such as what-is-synkinesis.md, or a whole web address.");
                break;
            case LinkTarget.External:
                break;
            case var target:
                _links.Add(new Located<LinkTarget>(target, PositionOf(link)));
                break;
        }
    }

    private void ReadCitation(CitationInline citation)
    {
        if (_sources is null)
        {
            return;
        }

        if (!_sources.Contains(citation.SourceId))
        {
            Report(citation, ProblemCode.UnknownCitation, $"There is no source \"{citation.SourceId}\" in the field \"sources\".",
                Suggestion.For(citation.SourceId, _sources, "Add it to the sources at the top, or correct the name."));
        }
        else if (!_citations.Contains(citation.SourceId, StringComparer.Ordinal))
        {
            _citations.Add(citation.SourceId);
        }
    }

    private void Report(MarkdownObject node, ProblemCode code, string message, string hint) =>
        _problems.Add(PositionOf(node), code, message, hint);

    private Position PositionOf(MarkdownObject node) => new(_firstLine + node.Line, node.Column + 1);

    private static bool IsTooLong(FrontMatterSplit split, FileProblems problems)
    {
        if (split.Body.Length > LongestText)
        {
            problems.Add(new Position(split.BodyLine, 1), ProblemCode.TextTooLong,
                $"The text has {split.Body.Length} characters; {LongestText} is the most.", "Divide it into several articles.");
            return true;
        }

        var line = split.BodyLine;
        var (start, length) = (line, 0);
        foreach (var range in split.Body.AsSpan().Split('\n'))
        {
            var text = split.Body.AsSpan(range);
            (start, length) = text.IsWhiteSpace() ? (line + 1, 0) : (start, length + text.Length + 1);
            if (length > LongestParagraph)
            {
                problems.Add(new Position(start, 1), ProblemCode.TextTooLong,
                    $"A paragraph is longer than {LongestParagraph} characters.", "Divide it with empty lines.");
                return true;
            }

            line++;
        }

        return false;
    }

    /// <summary>The parser does not say where it gave up: it is the line with the most marks that open something.</summary>
    private static int DeepestLine(FrontMatterSplit split)
    {
        var lines = split.Body.Split('\n');
        var deepest = Enumerable.Range(0, lines.Length).MaxBy(index => lines[index].Count(letter => letter is '>' or '[' or '*' or '_' or '-' or ' '));
        return split.BodyLine + deepest;
    }

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inWord = false;
        foreach (var letter in text)
        {
            var isLetter = char.IsLetterOrDigit(letter);
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter || (inWord && letter is '\'' or '’' or '-');
        }

        return words;
    }
}

/// <summary>What a reading brings.</summary>
/// <param name="Body">The text to keep.</param>
/// <param name="Document">The parsed text, of which only the checks need the words.</param>
/// <param name="FirstLine">The line of the file at which it begins.</param>
internal sealed record BodyReading(MarkdownBody Body, MarkdownDocument Document, int FirstLine)
{
    public IReadOnlyList<Passage> Passages() => PassageReader.Read(Document, FirstLine);
}
