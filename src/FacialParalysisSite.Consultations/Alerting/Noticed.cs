namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>Something that is wrong now. Holds counts, times and references, and nothing of a person.</summary>
/// <param name="Title">What is wrong, in a few words that stay the same while it lasts.</param>
/// <param name="Facts">What is wrong, in a sentence with numbers.</param>
/// <param name="Advice">What to do.</param>
internal sealed record Noticed(string Title, string Facts, string Advice);
