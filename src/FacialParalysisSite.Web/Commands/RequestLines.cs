using System.Globalization;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Commands;

/// <summary>Writes how far requests have come, without anything of what patients wrote.</summary>
/// <param name="zone">The clinic's time zone.</param>
/// <param name="now">The present moment.</param>
internal sealed class RequestLines(TimeZoneInfo zone, DateTimeOffset now)
{
    public static RequestLines For(IServiceProvider services) => new(
        TimeZoneInfo.FindSystemTimeZoneById(services.GetRequiredService<IOptions<ContentOptions>>().Value.TimeZone),
        services.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>One line for the request, one for each of its mails, and one for whatever was done with what it says.</summary>
    public IEnumerable<string> Of(LedgerEntry entry)
    {
        yield return HeadOf(entry);
        foreach (var mail in entry.Mails)
        {
            yield return $"    {NameOf(mail.Kind)}: {StateOf(mail)}";
        }

        if (entry.WipedAt is { } wiped)
        {
            yield return $"    what the patient wrote was wiped {At(wiped)}";
        }

        foreach (var audit in entry.Audit)
        {
            yield return $"    audit: {NameOf(audit.Action)} {At(audit.At)}";
        }
    }

    /// <summary>With the offset: one hour of the year comes twice.</summary>
    public string At(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string NameOf(AuditAction action) => action == AuditAction.Exported ? "exported" : "purged by an operator";

    private string HeadOf(LedgerEntry entry) =>
        $"{entry.Reference}  received {At(entry.ReceivedAt)}"
        + (entry.CorrectedAt is { } corrected ? $", corrected {At(corrected)}" : "")
        + (entry.IsSuspected ? ", may be spam" : "");

    private static string NameOf(MailKind kind) => kind switch
    {
        MailKind.Request => "mail to the clinic",
        MailKind.Correction => "mail to the clinic (corrected)",
        _ => "receipt",
    };

    private string StateOf(LedgerMail mail) => mail.State switch
    {
        OutboxState.Sent when mail.SentAt is { } sent => $"sent {At(sent)}",
        OutboxState.Sending when mail.LeasedUntil > now => $"being sent, try {mail.Attempts}",
        OutboxState.Sending => $"waiting, cut off at try {mail.Attempts}, due now",
        OutboxState.Withdrawn => "sent no further, because what it says was wiped",
        OutboxState.Abandoned => $"given up after {Tries(mail.Attempts)}",
        OutboxState.Pending => "waiting, "
            + (mail.Attempts == 0 ? "not tried yet" : $"tried {Times(mail.Attempts)}")
            + (mail.NextAttemptAt > now ? $", next try {At(mail.NextAttemptAt)}" : ", due now"),
        _ => mail.State.ToString(),
    };

    private static string Tries(int number) => number == 1 ? "1 try" : $"{number} tries";

    private static string Times(int number) => number == 1 ? "once" : $"{number} times";
}
