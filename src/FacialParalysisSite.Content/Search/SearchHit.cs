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

    /// <summary>Whether it tells when to call 911.</summary>
    public bool IsUrgent { get; init; }
}

/// <summary>A piece of an excerpt: plain text, to be encoded by whoever shows it.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsFound">Whether they are words that were looked for.</param>
public readonly record struct SearchExcerptPart(string Text, bool IsFound);

/// <summary>A section of a page.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Address">The address that leads right there.</param>
public sealed record SearchSection(string Heading, string Address);

/// <summary>A page whose title fits what is being typed.</summary>
public sealed record SearchSuggestion(string Title, string Address);

/// <summary>What a search brought.</summary>
public sealed record SearchResults
{
    /// <summary>Characters of a query that are read: a long sentence. The rest changes nothing about what somebody is looking for.</summary>
    public const int LongestQuery = 200;

    public static SearchResults None { get; } = new();

    /// <summary>The pages that fit best, the best first.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>Words that were searched for in place of others that no page has, such as "palsy" for "palsey".</summary>
    public IReadOnlyList<SearchCorrection> Corrections { get; init; } = [];

    /// <summary>Words that no page has, and none that is like them.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Whether the words are those of somebody who may need help now.</summary>
    public bool IsAcute { get; init; }

    /// <summary>Whether nothing was asked.</summary>
    public bool IsBlank { get; init; }
}

/// <param name="Typed">The word that was typed.</param>
/// <param name="Meant">The word that was searched for.</param>
public sealed record SearchCorrection(string Typed, string Meant);
