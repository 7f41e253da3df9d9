namespace FacialParalysisSite.Content.Home;

/// <summary>What staff write about the first page, in <c>home.yml</c>.</summary>
public sealed record HomePage
{
    /// <summary>The five branches of the facial nerve: no more doors than these.</summary>
    public const int MostDoors = 5;

    public required string Title { get; init; }

    /// <summary>What the clinic does, in a sentence or two.</summary>
    public required string Lead { get; init; }

    /// <summary>The branches of the nerve, from the brow down; five or none.</summary>
    public IReadOnlyList<Branch> Branches { get; init; } = [];

    /// <summary>The answers to "Where are you now?", also those whose article is not published.</summary>
    public IReadOnlyList<Door> Doors { get; init; } = [];

    public IReadOnlyList<CareKind> Care { get; init; } = [];

    /// <summary>Who directs the clinic; null for nothing.</summary>
    public HomeCard? Director { get; init; }

    /// <summary>What to know before a first visit; null for nothing.</summary>
    public HomeCard? Visit { get; init; }
}

/// <summary>A branch of the facial nerve.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it leads: "to the forehead".</param>
public sealed record Branch(string Name, string Place);

/// <summary>Where a reader may be now.</summary>
/// <param name="Title">As a reader would say it.</param>
/// <param name="Text">What to know at once.</param>
/// <param name="Article">Slug of the article that it leads to.</param>
public sealed record Door(string Title, string Text, string Article);

/// <summary>One kind of care.</summary>
/// <param name="Name">Its name.</param>
/// <param name="When">When it is used: "First".</param>
/// <param name="Can">What it can do, as the rest of "It can".</param>
/// <param name="Cannot">What it cannot do, as the rest of "It cannot".</param>
/// <param name="Article">Slug of the article about it.</param>
public sealed record CareKind(string Name, string When, string Can, string Cannot, string Article);

/// <summary>A few lines and a page that says more.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">What it says.</param>
/// <param name="Link">The words that lead to the page.</param>
/// <param name="Page">Slug of the page.</param>
public sealed record HomeCard(string Title, IReadOnlyList<string> Lines, string Link, string Page);
