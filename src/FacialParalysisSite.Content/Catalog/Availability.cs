namespace FacialParalysisSite.Content.Catalog;

/// <summary>What there is at an address now.</summary>
public enum Availability
{
    /// <summary>Nothing, or nothing that may be shown.</summary>
    NotFound,

    /// <summary>Published.</summary>
    Published,

    /// <summary>Not published, but drafts may be looked at here.</summary>
    Preview,

    /// <summary>It was published until its time was over.</summary>
    Gone,
}

/// <summary>What was found at an address.</summary>
/// <param name="Item">It, where it may be shown.</param>
/// <param name="Availability">Whether it is published.</param>
public readonly record struct Found<T>(T? Item, Availability Availability)
    where T : class;
