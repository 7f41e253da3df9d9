namespace FacialParalysisSite.Content.Articles;

/// <summary>Something published elsewhere that a text cites.</summary>
/// <param name="Id">The short name used in citations: <c>[@fda-label]</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it, where known.</param>
/// <param name="Year">When, where known.</param>
/// <param name="Url">Where it can be read.</param>
public sealed record Source(string Id, string Title, string? Publisher, int? Year, Uri Url);
