namespace FacialParalysisSite.Content.Pages;

/// <summary>A question that a page answers.</summary>
/// <param name="Text">The question, a heading of the page.</param>
/// <param name="Answer">All that stands below it, in plain words.</param>
public sealed record Question(string Text, string Answer);
