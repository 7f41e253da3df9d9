namespace FacialParalysisSite.Content.Articles;

/// <summary>A group of articles; every article is in one.</summary>
public sealed record Category(string Slug, string Title, string Summary);
