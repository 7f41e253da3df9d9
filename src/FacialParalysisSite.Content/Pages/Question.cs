namespace FacialParalysisSite.Content.Pages;

/// <summary>A question that a page answers.</summary>
/// <param name="Id">The name that links lead to.</param>
/// <param name="Text">The question, a heading of the page.</param>
/// <param name="Subject">The heading that it stands under, without which "How long does it last?" may be about anything; empty where it stands under none.</param>
/// <param name="Answer">All that stands below it, in plain words.</param>
public sealed record Question(string Id, string Text, string Subject, string Answer);
