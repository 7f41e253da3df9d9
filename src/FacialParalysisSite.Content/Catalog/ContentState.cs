namespace FacialParalysisSite.Content.Catalog;

/// <summary>Whether readers can see a page or an article now, and why not.</summary>
public enum ContentState
{
    Published,

    /// <summary>Marked as a draft.</summary>
    Draft,

    /// <summary>Kept off because no clinician has reviewed it and the site is set to require that.</summary>
    AwaitingReview,

    /// <summary>Its day has not come yet.</summary>
    Scheduled,

    /// <summary>A case of a patient whose permission does not hold, or cannot be looked at now: nothing of it is shown.</summary>
    Withheld,

    /// <summary>Its time is over: its address answers "gone".</summary>
    Expired,

    /// <summary>Its file has an error: where it was up before, its last good version still is.</summary>
    Faulty,
}
