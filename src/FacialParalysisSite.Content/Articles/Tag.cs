namespace FacialParalysisSite.Content.Articles;

/// <summary>A subject; an article may have several.</summary>
public sealed record Tag(string Slug, string Title, string? Summary);
