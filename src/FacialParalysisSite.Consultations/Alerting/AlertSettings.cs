namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>What counts as wrong, and how it is told.</summary>
/// <param name="Late">A mail to the clinic that has waited for longer is late.</param>
/// <param name="Zone">The clinic's time zone, in which moments are told.</param>
internal sealed record AlertSettings(TimeSpan Late, TimeZoneInfo Zone)
{
    /// <summary>By then a mail was tried four times: it is no mere hiccup of the mail server.</summary>
    public const int UsualLateMinutes = 15;
}
