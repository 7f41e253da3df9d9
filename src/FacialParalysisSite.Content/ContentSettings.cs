namespace FacialParalysisSite.Content;

/// <summary>What the content depends on besides the files.</summary>
/// <param name="Root">The content folder, an absolute path.</param>
/// <param name="TimeZone">The clinic's time zone, in which days begin and end.</param>
/// <param name="RequireReview">Whether articles that no clinician has reviewed stay off the site.</param>
/// <param name="ShowDrafts">Whether drafts can be looked at; never on a public site.</param>
public sealed record ContentSettings(string Root, TimeZoneInfo TimeZone, bool RequireReview = false, bool ShowDrafts = false)
{
    /// <summary>
    /// The folder in which the last good version of every text file is kept for the next start, an absolute path; null
    /// to keep none and to say only what is wrong on the disk.
    /// </summary>
    public string? Store { get; init; }

    /// <summary>The folder of the pictures that were made small, an absolute path; null for none, so that pages show their places alone.</summary>
    public string? Pictures { get; init; }
}
