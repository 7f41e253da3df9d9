using FacialParalysisSite.Consultations.Mail;

namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>Tells by mail; best through another server than the one that carries the requests.</summary>
/// <param name="sender">The way of the mails.</param>
/// <param name="from">The address they come from.</param>
/// <param name="to">Who gets them.</param>
internal sealed class MailAlertChannel(IMailSender sender, string from, IReadOnlyList<string> to) : IAlertChannel
{
    public string Name => "Alert:MailTo";

    public async Task<string?> TellAsync(Alert alert, CancellationToken cancellationToken)
    {
        var mail = new OutgoingMail(
            $"{alert.Id}@{from[(from.LastIndexOf('@') + 1)..]}", from, to, ReplyTo: null, alert.Subject,
            alert.Text.ReplaceLineEndings("\r\n"), Html: null, IsAutomatic: true);
        var outcome = await MailTry.SendAsync(mail, sender, MailTry.Deadline, cancellationToken);
        return outcome.Result == MailResult.Sent ? null : $"{outcome.Result} {outcome.Detail}";
    }
}
