namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>What counts as wrong, and how it is told.</summary>
/// <param name="Late">A mail to the clinic that has waited for longer is late.</param>
/// <param name="Zone">The clinic's time zone, in which moments are told.</param>
internal sealed record AlertSettings(TimeSpan Late, TimeZoneInfo Zone)
{
    /// <summary>By then a mail was tried four times: it is no mere hiccup of the mail server.</summary>
    public const int UsualLateMinutes = 15;

    /// <summary>In a flood a request waits for ten minutes, as long as others are gathered with it, and is not late.</summary>
    public const int LeastLateMinutes = 15;
}
