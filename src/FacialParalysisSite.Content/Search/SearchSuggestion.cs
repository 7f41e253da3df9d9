namespace FacialParalysisSite.Content.Search;

/// <summary>A page whose title fits what is being typed, or a number to call.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Where it leads; <c>tel:</c> for a number.</param>
public sealed record SearchSuggestion(string Title, string Address);
