using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>A request as a list shows it: how far it has come, and nothing of what the person wrote.</summary>
/// <param name="Reference">The code that stands for it.</param>
/// <param name="ReceivedAt">When it was stored.</param>
/// <param name="CorrectedAt">When it was last corrected; null where it never was.</param>
/// <param name="WipedAt">When what the person wrote was wiped; null where it is still here.</param>
/// <param name="IsSuspected">Whether a program may have filled in the form.</param>
/// <param name="Mails">Its mails in the order in which they came to be owed.</param>
/// <param name="Audit">What operators did with it, the oldest first.</param>
internal sealed record LedgerEntry(
    string Reference, DateTimeOffset ReceivedAt, DateTimeOffset? CorrectedAt, DateTimeOffset? WipedAt, bool IsSuspected,
    IReadOnlyList<LedgerMail> Mails, IReadOnlyList<LedgerAudit> Audit)
{
    /// <summary>Whether a mail to the clinic has not been sent.</summary>
    public bool IsWaiting => Mails.Any(mail => mail.Kind != MailKind.Receipt && mail.State is not (OutboxState.Sent or OutboxState.Withdrawn));
}

/// <summary>How far a mail of a request has come.</summary>
/// <param name="Kind">Who it is for and why.</param>
/// <param name="State">As it is stored; one that is being sent may have been left behind by a program that died.</param>
/// <param name="Attempts">How often sending was tried.</param>
/// <param name="NextAttemptAt">It is not sent before this moment.</param>
/// <param name="LeasedUntil">While it is being sent: the moment at which whoever sends it must have given up.</param>
/// <param name="SentAt">When the mail server took it; null where none has.</param>
internal sealed record LedgerMail(
    MailKind Kind, OutboxState State, int Attempts, DateTimeOffset NextAttemptAt, DateTimeOffset? LeasedUntil, DateTimeOffset? SentAt);

/// <summary>What an operator did with a request.</summary>
internal sealed record LedgerAudit(DateTimeOffset At, AuditAction Action);
