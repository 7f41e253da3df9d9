namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Content</c>.</summary>
internal sealed class ContentOptions
{
    public const string Section = "Content";

    /// <summary>The folder that staff write in.</summary>
    public string Root { get; set; } = "content";

    /// <summary>The clinic's time zone, a name of the IANA time zone database.</summary>
    public string TimeZone { get; set; } = "America/Los_Angeles";

    /// <summary>Whether articles that no clinician has reviewed stay off the site.</summary>
    public bool RequireReview { get; set; }

    /// <summary>Whether drafts can be looked at; by default only in Development.</summary>
    public bool? ShowDrafts { get; set; }
}
