using FacialParalysisSite.Content.FrontMatter;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>
/// The record of a patient's written permission (a HIPAA authorization, 45 CFR 164.508), without which nothing of a
/// patient may be shown. The paper itself stays at the clinic. It always covers this website: one that does not is an
/// error of its file.
/// </summary>
/// <param name="Form">The number of the paper at the clinic.</param>
/// <param name="SignedOn">When the patient signed it.</param>
/// <param name="Expires">The last day on which it holds.</param>
/// <param name="WithdrawnOn">When the patient took it back; null while it holds.</param>
public sealed record Authorization(string Form, ContentDate SignedOn, ContentDate Expires, ContentDate? WithdrawnOn)
{
    /// <summary>So many days before its end somebody should ask for a new one.</summary>
    public const int WarningDays = 60;

    /// <summary>Whether it holds at a moment. A withdrawal counts from when it is written down, whatever day it names.</summary>
    public bool HoldsAt(DateTimeOffset now, TimeZoneInfo clinicTime) =>
        WithdrawnOn is null && SignedOn.StartsAt(clinicTime) <= now && now < Expires.EndsAt(clinicTime);
}
