namespace FacialParalysisSite.Content.Markdown;

/// <summary>A part of a text in plain words: what stands below one heading, or the meaning of one term.</summary>
/// <param name="Id">The name that links lead to; null for what stands above the first heading.</param>
/// <param name="Heading">The words of the heading, or the names of the term; empty above the first.</param>
/// <param name="Text">The words below it.</param>
internal sealed record TextSection(string? Id, string Heading, string Text);
