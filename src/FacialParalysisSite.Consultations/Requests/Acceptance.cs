namespace FacialParalysisSite.Consultations.Requests;

/// <summary>What became of a request.</summary>
/// <param name="Reference">Its reference, once it is stored; null where it could not be stored.</param>
public sealed record Acceptance(Reference? Reference)
{
    /// <summary>It could not be stored: nobody may say "thank you".</summary>
    public static Acceptance Unavailable { get; } = new((Reference?)null);
}
