using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Home;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.People;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Linking;

/// <summary>
/// The good version of every file, with the names in it looked up; drafts and what is not yet or no longer published
/// included. Files are keyed by their paths below the content folder.
/// </summary>
internal sealed record ContentSet
{
    public static ContentSet Empty { get; } = new();

    /// <summary>Null as long as no readable <c>clinic.yml</c> was seen: then nothing can be shown.</summary>
    public Clinic? Clinic { get; init; }

    /// <summary>The words of the first page; null as long as no readable <c>home.yml</c> was seen.</summary>
    public HomePage? Home { get; init; }

    public IReadOnlyList<Category> Categories { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public Synonyms Synonyms { get; init; } = Synonyms.None;

    public IReadOnlyDictionary<string, Person> People { get; init; } = new Dictionary<string, Person>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Article> Articles { get; init; } = new Dictionary<string, Article>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Page> Pages { get; init; } = new Dictionary<string, Page>(StringComparer.Ordinal);

    /// <summary>The cases; those of patients also without a permission that holds.</summary>
    public IReadOnlyDictionary<string, GalleryCase> Cases { get; init; } = new Dictionary<string, GalleryCase>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ParsedPicture> Pictures { get; init; } = new Dictionary<string, ParsedPicture>(StringComparer.Ordinal);

    /// <summary>Everything that is wrong in any file, in the order of files and lines.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; init; } = [];
}
