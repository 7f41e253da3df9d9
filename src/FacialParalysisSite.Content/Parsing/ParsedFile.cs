using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Home;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.People;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Parsing;

/// <summary>One file, read and parsed by itself; what it says of other files is not yet looked up. Immutable.</summary>
/// <param name="Path">Path below the content folder.</param>
/// <param name="Problems">What is wrong in it by itself.</param>
internal abstract record ParsedFile(string Path, IReadOnlyList<ContentProblem> Problems)
{
    /// <summary>A hash of the text: two files with the same one say the same. Null where the text could not be read.</summary>
    public ReadOnlyMemory<byte>? Fingerprint { get; init; }

    /// <summary>The text of a file that has an error: more may be written in it than could be read. Null for every other.</summary>
    public string? FaultyText { get; init; }

    /// <summary>
    /// Whether it was used before, as it is: whatever is found wrong in it by now does not keep it off and is not told.
    /// </summary>
    public bool IsTrusted { get; init; }

    /// <summary>Whether what is said in it is still to be checked: that brings warnings and a grade, which no page depends on.</summary>
    public bool AwaitsWordCheck { get; init; }

    /// <summary>The grade at which its text reads; null where it has no sentences or was not graded.</summary>
    public ReadingGrade? Grade { get; init; }

    public string Slug => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => ContentFile.FolderOf(Path);

    public bool HasErrors => Problems.Any(problem => problem.Severity == Severity.Error);
}

internal sealed record ParsedArticle(string Path, ArticleFrontMatter FrontMatter, MarkdownBody Body, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

internal sealed record ParsedPage(string Path, PageFrontMatter FrontMatter, MarkdownBody Body, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

internal sealed record ParsedCase(string Path, GalleryFrontMatter FrontMatter, MarkdownBody Body, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

internal sealed record ParsedPerson(string Path, Person Person, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

internal sealed record ParsedCategories(string Path, IReadOnlyList<Category> Categories, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

internal sealed record ParsedChecks(string Path, EvidenceRules Rules, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

internal sealed record ParsedTags(string Path, IReadOnlyList<Tag> Tags, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

/// <param name="Path">Path below the content folder.</param>
/// <param name="Synonyms">What it says, as far as it can be read.</param>
/// <param name="Articles">The slugs of articles that it names.</param>
/// <param name="Problems">What is wrong in it.</param>
internal sealed record ParsedSynonyms(string Path, Synonyms Synonyms, IReadOnlyList<Located<string>> Articles, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

/// <param name="Path">Path below the content folder.</param>
/// <param name="Clinic">The facts, as far as they can be read; null without a name and a phone.</param>
/// <param name="Problems">What is wrong in it.</param>
internal sealed record ParsedClinic(string Path, Clinic? Clinic, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems)
{
    /// <summary>Until when the contact for faults in the site's security holds, and where that is written; null for none.</summary>
    public Located<ContentDate>? SecurityUntil { get; init; }
}

/// <param name="Path">Path below the content folder.</param>
/// <param name="Home">What it says, as far as it can be read.</param>
/// <param name="Articles">The slugs of articles that it names.</param>
/// <param name="Pages">The slugs of pages that it names.</param>
/// <param name="Problems">What is wrong in it.</param>
internal sealed record ParsedHome(
    string Path, HomePage Home, IReadOnlyList<Located<string>> Articles, IReadOnlyList<Located<string>> Pages, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

/// <param name="Path">Path below the content folder.</param>
/// <param name="Width">Pixels, as it is to be shown.</param>
/// <param name="Height">The same.</param>
/// <param name="Key">A hash of what it holds and of how it is made small: two with the same one are the same picture.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record ParsedPicture(string Path, int Width, int Height, string Key, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems)
{
    /// <summary>A hash of its bytes alone, in hexadecimal digits: it stays the same when pictures are made in another way.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it may be a photograph, so that no case may show it as a drawing.</summary>
    public bool MayBePhotograph { get; init; }

    /// <summary>Whether its bytes lie or lay in the folder of patients, or a patient's case names them: a copy shows the same person, wherever it is.</summary>
    public bool IsOfPatient { get; init; }
}

/// <param name="Path">Path below the content folder.</param>
/// <param name="Text">The whole text, with its remarks.</param>
/// <param name="Addresses">Every address in it, each once.</param>
/// <param name="Problems">What is wrong in it.</param>
internal sealed record ParsedAddresses(string Path, string Text, IReadOnlyList<Located<string>> Addresses, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems);

/// <summary>A file that could not be parsed at all, or that the site does not read.</summary>
internal sealed record UnusableFile(string Path, IReadOnlyList<ContentProblem> Problems)
    : ParsedFile(Path, Problems)
{
    /// <summary>The hash and the key of a patient's picture; none for everything else.</summary>
    public IReadOnlyList<string> PatientKeys { get; init; } = [];
}
