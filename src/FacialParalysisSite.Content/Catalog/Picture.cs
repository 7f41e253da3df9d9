namespace FacialParalysisSite.Content.Catalog;

/// <summary>A picture that a published page shows.</summary>
/// <param name="FilePath">Where it lies, an absolute path.</param>
/// <param name="MediaType">Such as <c>image/png</c>.</param>
public sealed record Picture(string FilePath, string MediaType);
