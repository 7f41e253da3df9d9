using System.Text;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Markdown.Parsing;
using FacialParalysisSite.Content.Markdown.Rendering;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Terms;
using Markdig.Syntax;

namespace FacialParalysisSite.Content.Markdown;

/// <summary>
/// The text of a page. It is parsed once to find its problems and its outline, and again when it is rendered: the
/// parsed tree of ten thousand articles would fill the memory, the text does not. It is kept as UTF-8, in half the memory of
/// a string.
/// </summary>
public sealed class MarkdownBody
{
    private readonly string _file;
    private readonly byte[] _text;

    internal MarkdownBody(string file, string text, BodyOutline outline)
    {
        _file = file;
        _text = Encoding.UTF8.GetBytes(text);
        Outline = outline;
        SourceNumbers = outline.Citations.Index().ToDictionary(citation => citation.Item, citation => citation.Index + 1, StringComparer.Ordinal);
    }

    /// <summary>The headings, in order.</summary>
    public IReadOnlyList<Heading> Headings => Outline.Headings;

    /// <summary>The ids of the cited sources in the order of their first citation: the first is source number 1.</summary>
    public IReadOnlyList<string> Citations => Outline.Citations;

    /// <summary>Words in the text.</summary>
    public int Words => Outline.Words;

    /// <summary>The number of each cited source.</summary>
    internal IReadOnlyDictionary<string, int> SourceNumbers { get; }

    internal BodyOutline Outline { get; }

    /// <summary>Whether it has words that stand in <c>clinic.yml</c>.</summary>
    internal bool HasPlaceholders => Outline.Placeholders.Count > 0;

    /// <summary>Whether another has the same text.</summary>
    internal bool SaysTheSameAs(MarkdownBody other) => ReferenceEquals(this, other) || (_file == other._file && _text.AsSpan().SequenceEqual(other._text));

    /// <summary>The text in plain words, section by section.</summary>
    /// <param name="clinic">Fills the placeholders.</param>
    internal IReadOnlyList<TextSection> Sections(Clinic clinic) => SectionReader.Read(Parse(), clinic);

    /// <summary>The questions that the text asks in its headings and answers.</summary>
    /// <param name="clinic">Fills the placeholders.</param>
    internal IReadOnlyList<Question> Questions(Clinic clinic) => QuestionReader.Read(Parse(), clinic);

    /// <summary>Whether it asks and answers any, whatever the clinic has filled in.</summary>
    internal bool HasQuestions() => Questions(ClinicPlaceholders.AllFilled).Count > 0;

    /// <summary>Renders the text as HTML. Nothing in the text can add markup of its own.</summary>
    /// <param name="addressOf">The address of a content file, or null where it is not published: the link becomes text.</param>
    /// <param name="pictureOf">The picture of a content file, or null where there is none to be seen: its words stand there.</param>
    /// <param name="clinic">Fills the placeholders.</param>
    /// <param name="glossary">Its terms become links where the text first uses them; null for none.</param>
    /// <param name="isOfPatient">Whether a content file is a patient's picture, of which not even the words stand there; null where none is.</param>
    internal string Render(Func<string, string?> addressOf, Func<string, Picture?> pictureOf, Clinic clinic, Glossary? glossary = null, Func<string, bool>? isOfPatient = null) =>
        BodyRenderer.Render(Parse(), new BodyContext(_file, addressOf, pictureOf, clinic, SourceNumbers, glossary) { IsOfPatient = isOfPatient ?? (_ => false) });

    private MarkdownDocument Parse() => BodySyntax.Parse(Encoding.UTF8.GetString(_text));
}

/// <summary>A heading of a page.</summary>
/// <param name="Id">The name that links lead to, unique on the page.</param>
/// <param name="Text">Its words.</param>
/// <param name="Level">2 for a section, 3 for a part of it, and so on.</param>
public sealed record Heading(string Id, string Text, int Level);

/// <summary>What is to be known of a text without rendering it.</summary>
internal sealed record BodyOutline(
    IReadOnlyList<Heading> Headings,
    IReadOnlyList<string> Citations,
    IReadOnlyList<Located<LinkTarget>> Links,
    IReadOnlyList<Located<string>> Pictures,
    IReadOnlyList<Located<string>> Placeholders,
    IReadOnlyList<GlossaryTerm> Terms,
    int Words);
