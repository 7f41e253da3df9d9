using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Library;

/// <summary>One page or article, as those who keep the content want to see it in a table.</summary>
public sealed record ContentRow
{
    /// <summary>Its address, whether something answers there or not.</summary>
    public required string Address { get; init; }

    public required ContentState State { get; init; }

    /// <summary>Slug of the person who reviewed it; null where nobody has, or where that cannot be read.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The day from which it is to be reviewed again; null where nobody has reviewed it.</summary>
    public DateOnly? ReviewDue { get; init; }

    /// <summary>The school grade at which the text reads, by the harder of two formulas, 0 at least; null where it has no sentences.</summary>
    public double? Grade { get; init; }

    /// <summary>Words in the text; null where it cannot be read.</summary>
    public int? Words { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }
}

/// <summary>Lists every page, article and case there is a file of, whatever state it is in.</summary>
internal sealed class ContentReport(ContentSet set, Publication publication)
{
    private readonly ILookup<string, ContentProblem> _problems = set.Problems.ToLookup(problem => problem.File, StringComparer.Ordinal);

    /// <summary>The rows in the order of their addresses.</summary>
    public IReadOnlyList<ContentRow> Rows(IEnumerable<ParsedFile> files) =>
        files.Select(file => file switch
        {
            ParsedArticle article => Row(article, SiteAddresses.OfArticle(article.Slug), article.FrontMatter.Review, article.Body, article.Grade),
            ParsedPage page => Row(page, SiteAddresses.OfPage(page.Slug), page.FrontMatter.Review, page.Body, page.Grade),
            ParsedCase item => Row(item, SiteAddresses.OfCase(item.Slug), item.FrontMatter.Review, item.Body, item.Grade),
            UnusableFile { Folder: "articles" } when IsText(file) => Row(file, SiteAddresses.OfArticle(file.Slug)),
            UnusableFile { Folder: "pages" } when IsText(file) => Row(file, SiteAddresses.OfPage(file.Slug)),
            UnusableFile { Folder: "gallery" } when IsText(file) => Row(file, SiteAddresses.OfCase(file.Slug)),
            _ => null,
        }).OfType<ContentRow>().OrderBy(row => row.Address, StringComparer.Ordinal).ToList();

    private ContentRow Row(ParsedFile file, string address, ReviewFields? review = null, MarkdownBody? body = null, ReadingGrade? grade = null)
    {
        var errors = _problems[file.Path].Count(problem => problem.Severity == Severity.Error);
        return new ContentRow
        {
            Address = ContentProblem.Printable(address),
            State = errors > 0 ? ContentState.Faulty : StateOf(file.Path),
            Reviewer = review?.Reviewer?.Value,
            ReviewDue = review?.ReviewDue?.Value.Day,
            Grade = grade is { } measured ? Math.Max(0, measured.Highest) : null,
            Words = body?.Words,
            Errors = errors,
            Warnings = _problems[file.Path].Count() - errors,
        };
    }

    private ContentState StateOf(string path) =>
        set.Articles.GetValueOrDefault(path) is { } article ? publication.StateOf(article)
        : set.Pages.GetValueOrDefault(path) is { } page ? publication.StateOf(page)
        : set.Cases.GetValueOrDefault(path) is { } item ? publication.StateOf(item)
        : ContentState.Faulty;

    private static bool IsText(ParsedFile file) => file.Path.Count(letter => letter == '/') == 1 && file.Path.EndsWith(".md", StringComparison.Ordinal);
}
