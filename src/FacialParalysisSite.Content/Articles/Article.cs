using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.People;

namespace FacialParalysisSite.Content.Articles;

/// <summary>An article, complete and without errors. Whether it is published now, the catalog knows.</summary>
public sealed record Article
{
    /// <summary>The name of its file without the ending, and the last part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Path of its file below the content folder.</summary>
    public required string File { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required Category Category { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    public required Person Author { get; init; }

    /// <summary>From when it is published.</summary>
    public required ContentDate Published { get; init; }

    /// <summary>When its text last changed in a way that matters to readers.</summary>
    public ContentDate? Updated { get; init; }

    /// <summary>The last review; null as long as no clinician has reviewed it.</summary>
    public Review? Review { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>Until when it is published; with a day, to the end of that day.</summary>
    public ContentDate? Expires { get; init; }

    /// <summary>Older addresses that lead here, in lower case.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The article in two to five lines; may be empty.</summary>
    public required IReadOnlyList<string> InShort { get; init; }

    /// <summary>Whether the line about emergencies stands on top.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether it speaks of a use that the FDA has not approved.</summary>
    public bool IsOffLabel { get; init; }

    /// <summary>The sources, in the order of their numbers in the text.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Slugs of the articles that staff chose to go with it.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    public ArticleImage? Image { get; init; }

    public required MarkdownBody Body { get; init; }

    /// <summary>The school grade at which the text reads; null where it has no sentences.</summary>
    public ReadingGrade? Grade { get; init; }

    public string Address => SiteAddresses.OfArticle(Slug);

    /// <summary>How long it takes to read, with what stands "In short".</summary>
    public ReadingTime ReadingTime => ReadingTime.Of(Body, InShort);

    /// <summary>When it last changed for its readers: its text, its review, or that it came out.</summary>
    public ContentDate LastChanged => ContentDate.Latest(Published, Updated, Review?.On);
}

/// <summary>The picture of an article.</summary>
/// <param name="Path">Path below the content folder: <c>images/nerve.png</c>.</param>
/// <param name="Alt">What it shows.</param>
public sealed record ArticleImage(string Path, string Alt);
