namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>Something that is wrong now. Holds counts, times and references, and nothing of a person.</summary>
/// <param name="Title">What is wrong, in a few words that stay the same while it lasts.</param>
/// <param name="Facts">What is wrong, in a sentence with numbers.</param>
/// <param name="Advice">What to do.</param>
internal sealed record Noticed(string Title, string Facts, string Advice)
{
    /// <summary>Where it is made up of several things: when the newest of them came to be wrong, by the time of day.</summary>
    public DateTimeOffset? NewestAt { get; init; }
}
