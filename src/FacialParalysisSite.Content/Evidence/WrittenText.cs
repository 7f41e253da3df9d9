using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Markdown.Parsing;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>All the words of one file that readers see, for the checks.</summary>
internal sealed record WrittenText
{
    /// <summary>The title and the summary, as far as they could be read.</summary>
    public required IReadOnlyList<Passage> Head { get; init; }

    /// <summary>The lines of "In short".</summary>
    public IReadOnlyList<Passage> InShort { get; init; } = [];

    public required IReadOnlyList<Passage> Body { get; init; }

    public required IReadOnlyList<Heading> Headings { get; init; }

    /// <summary>Whether it says something about medicine: then its numbers need sources and its topics notices.</summary>
    public bool IsMedical { get; init; }

    /// <summary>Whether it could be marked as such: a page can, what is written of a person cannot.</summary>
    public bool CanBeMedical { get; init; }

    public bool IsUrgent { get; init; }

    public bool IsOffLabel { get; init; }

    /// <summary>The category of an article; null for what has none.</summary>
    public Located<string>? Category { get; init; }

    /// <summary>Whether it has to name sources and does not.</summary>
    public bool LacksSources { get; init; }

    public static WrittenText Of(ArticleFrontMatter fields, FieldReader reader, BodyReading body) => new()
    {
        Head = HeadOf(fields.Title, fields.Summary, reader),
        InShort = fields.InShort.Select(Passage.OfField).ToList(),
        Body = body.Passages(),
        Headings = body.Body.Headings,
        IsMedical = true,
        IsUrgent = fields.Urgent,
        IsOffLabel = fields.OffLabel,
        Category = fields.Category,
        LacksSources = reader.CountOf("sources") == 0,
    };

    public static WrittenText Of(PageFrontMatter fields, FieldReader reader, BodyReading body) => new()
    {
        Head = HeadOf(fields.Title, fields.Summary, reader),
        Body = body.Passages(),
        Headings = body.Body.Headings,
        IsMedical = fields.Clinical,
        CanBeMedical = true,
        IsUrgent = fields.Urgent,
        IsOffLabel = fields.OffLabel,
    };

    public static WrittenText Of(GalleryFrontMatter fields, FieldReader reader, BodyReading body) => new()
    {
        Head = HeadOf(fields.Title, fields.Summary, reader),
        Body = body.Passages(),
        Headings = body.Body.Headings,
        IsMedical = true,
        IsUrgent = fields.Urgent,
        IsOffLabel = fields.OffLabel,
    };

    /// <summary>What is written about a person.</summary>
    /// <param name="reader">The fields; null where they could not be read.</param>
    /// <param name="body">The biography; null where it could not be read.</param>
    public static WrittenText OfPerson(FieldReader? reader, BodyReading? body) => new()
    {
        Head = (reader?.Written("name", "credentials", "role") ?? []).Select(Passage.OfField).ToList(),
        Body = body?.Passages() ?? [],
        Headings = body?.Body.Headings ?? [],
    };

    /// <summary>Every passage in the order in which it is read.</summary>
    public IEnumerable<Passage> All => Head.Concat(InShort).Concat(Body);

    private static List<Passage> HeadOf(string title, string summary, FieldReader reader) =>
        [Passage.OfField(new Located<string>(title, reader.PositionOf("title"))), Passage.OfField(new Located<string>(summary, reader.PositionOf("summary")))];
}
