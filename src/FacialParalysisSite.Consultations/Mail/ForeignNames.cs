using System.Text;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>
/// Recipients whose name, before the @, is in another script than ASCII. A server that does not know SMTPUTF8 (RFC 6531)
/// cannot be told it; a host in another script has a form in ASCII.
/// </summary>
internal static class ForeignNames
{
    /// <summary>No further try changes it.</summary>
    private static readonly MailOutcome NotTaken = new(MailResult.RecipientRefused, "the server does not take this address");

    public static bool IsForeign(string address) => !Ascii.IsValid(address.AsSpan(0, Math.Max(0, address.LastIndexOf('@'))));

    /// <summary>Sends a mail to those that a server can be told which knows ASCII alone.</summary>
    /// <param name="sender">Who sends it.</param>
    /// <param name="mail">The mail. Somebody it is for has a name in another script.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public static async Task<MailOutcome> SendToOthersAsync(this IMailSender sender, OutgoingMail mail, CancellationToken cancellationToken)
    {
        var foreign = mail.To.Where(IsForeign).Select(recipient => (recipient, NotTaken)).ToList();
        if (foreign.Count == mail.To.Count)
        {
            return NotTaken;
        }

        var outcome = await sender.SendAsync(mail with { To = [.. mail.To.Where(recipient => !IsForeign(recipient))] }, cancellationToken);
        return outcome.Result == MailResult.Sent
            ? SmtpReply.ToAll([.. foreign, .. outcome.Missed.Select(recipient => (recipient, outcome))], mail.To.Count)
            : outcome;
    }
}
