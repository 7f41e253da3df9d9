namespace FacialParalysisSite.Content.Search;

/// <summary>What helps somebody who may need help now, and the words by which the search knows them; written by staff in <c>synonyms.yml</c>.</summary>
public sealed class UrgentHelp
{
    internal UrgentHelp(AcuteWords say) => Say = say;

    /// <summary>The number to call: <c>911</c>.</summary>
    public required string Call { get; init; }

    /// <summary>What stands above the results; null for the line about emergencies in <c>clinic.yml</c>.</summary>
    public string? Line { get; init; }

    /// <summary>The slugs of the articles that say what to do.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Whether its articles come first whatever else was typed, and not only where they fit nearly as well as others.</summary>
    internal bool ComesFirst { get; init; }

    /// <summary>What such people type.</summary>
    internal AcuteWords Say { get; }

    /// <summary>The words of pages that are searched for besides.</summary>
    internal IReadOnlyList<string> Find { get; init; } = [];
}
