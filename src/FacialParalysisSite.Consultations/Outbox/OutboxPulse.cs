using FacialParalysisSite.Consultations.Alerting;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>Beats whenever a mail was tried, or none found due.</summary>
internal sealed class OutboxPulse(TimeProvider time) : Pulse(time, Lost)
{
    /// <summary>Several times as long as the longest try to send a mail.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(10);
}
