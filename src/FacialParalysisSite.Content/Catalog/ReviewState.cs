namespace FacialParalysisSite.Content.Catalog;

/// <summary>How far the medical review of an article has come.</summary>
public enum ReviewState
{
    /// <summary>No clinician has reviewed it.</summary>
    Awaiting,

    /// <summary>A clinician has reviewed it, and the next review is not due yet.</summary>
    Reviewed,

    /// <summary>The next review is due.</summary>
    Overdue,
}
