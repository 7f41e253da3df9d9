using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.People;

namespace FacialParalysisSite.Content.Search;

/// <summary>What the search knows of one published page, or of one question on a page of questions.</summary>
internal sealed record SearchDocument
{
    /// <summary>What an illustration is called wherever it stands.</summary>
    private const string Label = "Illustration";

    /// <summary>Path of its file below the content folder; its address where it is no file.</summary>
    public required string File { get; init; }

    /// <summary>The question; null for a whole page.</summary>
    public Question? Question { get; init; }

    /// <summary>Tells it from all others.</summary>
    public (string File, string? Question) Key => (File, Question?.Id);

    public required string Address { get; init; }

    public required string Title { get; init; }

    /// <summary>What it is called among others, where nothing else tells what a question is about, or that no patient is shown.</summary>
    public string FullTitle => this switch
    {
        { IsIllustration: true } => $"{Label}: {Title}",
        { Question: null } or { Topics: "" } => Title,
        _ => Title.Contains(Topics, StringComparison.OrdinalIgnoreCase) ? Title : $"{Topics.TrimEnd('?')}: {Title}",
    };

    public required string Summary { get; init; }

    /// <summary>"In short", its lines joined; what people call it where it is no file.</summary>
    public string InShort { get; init; } = "";

    /// <summary>The subjects it stands under, joined.</summary>
    public string Topics { get; init; } = "";

    /// <summary>The people that it shows.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>What the drawings of an illustration show; none for everything else.</summary>
    public IReadOnlyList<CaseView> Views { get; init; } = [];

    public bool IsIllustration => Views.Count > 0;

    public bool IsUrgent { get; init; }

    /// <summary>The text of a whole page; null for a question, and for what is no file.</summary>
    public MarkdownBody? Body { get; init; }

    /// <summary>Fills the placeholders of the texts; null where they have none, so that a new telephone number changes nothing there.</summary>
    public Clinic? Clinic { get; init; }

    /// <summary>Everything that is published, without patients, and nothing else.</summary>
    public static IEnumerable<SearchDocument> AllOf(ContentCatalog catalog) =>
        catalog.Articles.Select(article => Of(article, catalog.Clinic))
            .Concat(catalog.Pages.Select(page => Of(page, catalog.Clinic)).SelectMany(page => catalog.QuestionsOf(page.Page).Select(question => Of(question, page.Page)).Prepend(page.Document)))
            .Concat(catalog.Illustrations.Select(item => Of(item, catalog.Clinic)))
            .Concat(catalog.Synonyms.Places.DistinctBy(place => place.Address).Select(Of));

    /// <summary>Whether a catalog has this page.</summary>
    public bool IsPublishedIn(ContentCatalog catalog) => catalog.MayBeFound(File) || catalog.Synonyms.Places.Any(place => place.Address == File);

    private static SearchDocument Of(Article article, Clinic clinic) => new()
    {
        File = article.File,
        Address = article.Address,
        Title = article.Title,
        Summary = article.Summary,
        InShort = string.Join(' ', article.InShort),
        Topics = string.Join(", ", article.Tags.Select(tag => tag.Title).Prepend(article.Category.Title)),
        IsUrgent = article.IsUrgent,
        Body = article.Body,
        Clinic = article.Body.HasPlaceholders ? clinic : null,
    };

    private static (Page Page, SearchDocument Document) Of(Page page, Clinic clinic) => (page, new SearchDocument
    {
        File = page.File,
        Address = page.Address,
        Title = page.Title,
        Summary = page.Summary,
        Topics = page.ShortTitle,
        People = page.People,
        IsUrgent = page.IsUrgent,
        Body = page.Body,
        Clinic = page.People.Select(person => person.Body).Prepend(page.Body).Any(body => body?.HasPlaceholders == true) ? clinic : null,
    });

    /// <summary>Among forty others, the words of a question would hardly count.</summary>
    private static SearchDocument Of(Question question, Page page) => new()
    {
        File = page.File,
        Question = question,
        Address = $"{page.Address}#{question.Id}",
        Title = question.Text,
        Summary = "",
        Topics = question.Subject,

        // What the clinic costs is no matter of life and death because another answer on the page is.
        IsUrgent = page.IsUrgent && question.Answer.Contains("911", StringComparison.Ordinal),
    };

    private static SearchDocument Of(GalleryCase illustration, Clinic clinic) => new()
    {
        File = illustration.File,
        Address = illustration.Address,
        Title = illustration.Title,
        Summary = illustration.Summary,
        Topics = string.Join(", ", illustration.Procedures.Select(procedure => procedure.Name).Prepend(Label)),
        Views = illustration.Views,
        IsUrgent = illustration.IsUrgent,
        Body = illustration.Body,
        Clinic = illustration.Body.HasPlaceholders ? clinic : null,
    };

    private static SearchDocument Of(SearchPlace place) => new()
    {
        File = place.Address,
        Address = place.Address,
        Title = place.Title,
        Summary = place.Summary,
        InShort = string.Join(", ", place.Words),
    };

    /// <summary>Whether another says the same, so that nothing has to be indexed again.</summary>
    public bool SaysTheSameAs(SearchDocument other) =>
        (Body is { } body && other.Body is { } same ? body.SaysTheSameAs(same) : Body == other.Body) && this with { Body = other.Body, People = other.People, Views = other.Views } == other && People.SequenceEqual(other.People)
        && Views.SequenceEqual(other.Views);
}
