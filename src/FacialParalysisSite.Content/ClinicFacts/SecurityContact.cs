using FacialParalysisSite.Content.FrontMatter;

namespace FacialParalysisSite.Content.ClinicFacts;

/// <summary>Whom to tell of a fault in the site's security (RFC 9116).</summary>
/// <param name="Contact">A <c>tel:</c>, <c>mailto:</c> or <c>https:</c> address.</param>
/// <param name="Until">The last day on which that may be relied on, or the time.</param>
public sealed record SecurityContact(string Contact, ContentDate Until)
{
    /// <summary>How long before its end the check warns of it.</summary>
    public const int WarningDays = 60;

    /// <summary>How far ahead it may end at the most: the RFC advises less than a year (section 2.5.5).</summary>
    public const int MostDays = 365;
}
