namespace FacialParalysisSite.Content.Search;

/// <summary>A page whose title fits what is being typed.</summary>
public sealed record SearchSuggestion(string Title, string Address);
