using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.People;

namespace FacialParalysisSite.Content.Pages;

/// <summary>A page that is not an article: the director, the first visit, privacy.</summary>
public sealed record Page
{
    /// <summary>The name of its file without the ending, and its address behind the slash.</summary>
    public required string Slug { get; init; }

    /// <summary>Path of its file below the content folder.</summary>
    public required string File { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>What it is called in a menu.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>The menu it stands in; null where it stands in none.</summary>
    public Menu? Menu { get; init; }

    /// <summary>Its place in the menu; the smallest comes first.</summary>
    public int Order { get; init; }

    /// <summary>The category it is the hub of: it takes the place of the plain list of its articles. Null for most pages.</summary>
    public Category? Category { get; init; }

    public ContentDate? Updated { get; init; }

    /// <summary>Whether it says something that a clinician should review.</summary>
    public bool IsClinical { get; init; }

    /// <summary>The last review; null as long as no clinician has reviewed it.</summary>
    public Review? Review { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>Until when it is published; with a day, to the end of that day.</summary>
    public ContentDate? Expires { get; init; }

    /// <summary>Older addresses that lead here, in lower case.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Whether the line about emergencies stands on top.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether it speaks of a use that the FDA has not approved.</summary>
    public bool IsOffLabel { get; init; }

    /// <summary>Whether its headings are questions that people ask, and what stands below each is the answer.</summary>
    public bool HasQuestions { get; init; }

    /// <summary>The sources, in the order of their numbers in the text.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>The people shown below the text.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    public required MarkdownBody Body { get; init; }

    /// <summary>The school grade at which the text reads; null where it has no sentences.</summary>
    public ReadingGrade? Grade { get; init; }

    public string Address => SiteAddresses.OfPage(Slug);

    /// <summary>When its text or its review last changed; null where no date is written.</summary>
    public ContentDate? LastChanged => (Updated ?? Review?.On) is { } date ? ContentDate.Latest(date, Review?.On) : null;
}

/// <summary>Where a page is listed on every page.</summary>
public enum Menu
{
    Main,
    Footer,
}
