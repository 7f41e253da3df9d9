using FacialParalysisSite.Consultations.Alerting;

namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Alert</c>: who is told what is wrong, besides the log.</summary>
internal sealed class AlertOptions
{
    public const string Section = "Alert";

    /// <summary>The address of a chat or a monitor that takes <c>{"text": "…"}</c>; a secret. Empty for none.</summary>
    public string Webhook { get; set; } = "";

    /// <summary>Who gets alerts by mail, separated by commas; empty for nobody.</summary>
    public string MailTo { get; set; } = "";

    /// <summary>The address these mails come from; empty for <c>Mail:From</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>The mail server that takes them; without one the server of the requests does, which may be what is at fault.</summary>
    public SmtpOptions Smtp { get; } = new();

    /// <summary>A mail to the clinic that has waited for more minutes is late; at least <see cref="AlertSettings.LeastLateMinutes"/>.</summary>
    public int LateMinutes { get; set; } = AlertSettings.UsualLateMinutes;

    /// <summary>Whether the clinic gets a mail every Monday.</summary>
    public bool Heartbeat { get; set; } = true;

    /// <summary>Each of the addresses in <see cref="MailTo"/>.</summary>
    public IReadOnlyList<string> Recipients => MailTo.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
