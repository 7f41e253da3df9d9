namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Limits</c>: how many consultation requests one client may send.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Requests of one client in <see cref="Minutes"/>.</summary>
    public int Requests { get; set; } = 5;

    public int Minutes { get; set; } = 10;

    public TimeSpan Window => TimeSpan.FromMinutes(Minutes);
}
