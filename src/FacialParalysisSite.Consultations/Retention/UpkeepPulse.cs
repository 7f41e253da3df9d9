using FacialParalysisSite.Consultations.Alerting;

namespace FacialParalysisSite.Consultations.Retention;

/// <summary>Beats whenever nothing of what people wrote is left to be wiped.</summary>
internal sealed class UpkeepPulse(TimeProvider time) : Pulse(time, Lost)
{
    /// <summary>Longer than a clock that was set keeps wiping waiting (24 hours), and the look of every hour after that.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromHours(26);
}
