namespace FacialParalysisSite.Content.Search;

/// <summary>A page that may answer a query.</summary>
public sealed record SearchHit
{
    public required string Title { get; init; }

    public required string Address { get; init; }

    /// <summary>A few words of the page around those that were looked for, or its summary where they stand in its head alone.</summary>
    public required IReadOnlyList<SearchExcerptPart> Excerpt { get; init; }

    /// <summary>The section from which the excerpt comes; null where it has no heading.</summary>
    public SearchSection? Section { get; init; }
}

/// <summary>A piece of an excerpt: plain text, to be encoded by whoever shows it.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsFound">Whether they are words that were looked for.</param>
public readonly record struct SearchExcerptPart(string Text, bool IsFound);

/// <summary>A section of a page.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Address">The address that leads right there.</param>
public sealed record SearchSection(string Heading, string Address);
