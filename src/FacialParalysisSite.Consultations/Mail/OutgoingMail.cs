namespace FacialParalysisSite.Consultations.Mail;

/// <summary>A composed mail. Knows no mail library.</summary>
/// <param name="MessageId">The Message-ID without angle brackets; the same at every try.</param>
/// <param name="From">The site's own address.</param>
/// <param name="To">Who gets it, at least one address.</param>
/// <param name="ReplyTo">Where an answer goes, in ASCII alone; null for the sender.</param>
/// <param name="Subject">One line, without anything of the person.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The same as HTML; null for plain text alone.</param>
/// <param name="IsAutomatic">Whether it is marked as sent by a program (RFC 3834), so that no other program answers it.</param>
public sealed record OutgoingMail(
    string MessageId,
    string From,
    IReadOnlyList<string> To,
    string? ReplyTo,
    string Subject,
    string Text,
    string? Html,
    bool IsAutomatic)
{
    /// <summary>Not what it says and to whom: a log must not come by that unawares.</summary>
    public override string ToString() => $"mail {MessageId}";
}
