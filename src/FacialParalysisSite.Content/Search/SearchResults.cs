namespace FacialParalysisSite.Content.Search;

/// <summary>What a search brought.</summary>
public sealed record SearchResults
{
    /// <summary>Characters of a query that are read: a long sentence. The rest changes nothing about what somebody is looking for.</summary>
    public const int LongestQuery = 200;

    /// <summary>Characters that are read for words of alarm: what was pasted may say at its end that somebody cannot breathe.</summary>
    public const int LongestText = 2000;

    public static SearchResults None { get; } = new();

    /// <summary>The pages that fit best, the best first.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>Words that were searched for in place of others that no page has, such as "palsy" for "palsey".</summary>
    public IReadOnlyList<SearchCorrection> Corrections { get; init; } = [];

    /// <summary>Words that no page has, and none that is like them.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>What helps, where the words are those of somebody who may need help now; the most needed first.</summary>
    public IReadOnlyList<UrgentHelp> Help { get; init; } = [];

    /// <summary>Whether the pages are still being read after a start, so that nothing but <see cref="Help"/> can be said yet.</summary>
    public bool IsBeingMadeReady { get; init; }

    /// <summary>Whether nothing was asked.</summary>
    public bool IsBlank { get; init; }
}

/// <param name="Typed">The word that was typed.</param>
/// <param name="Meant">The word that was searched for.</param>
public sealed record SearchCorrection(string Typed, string Meant);
