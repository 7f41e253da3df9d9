namespace FacialParalysisSite.Consultations.Mail;

/// <summary>Hands a mail over to the outside world.</summary>
public interface IMailSender
{
    /// <summary>Tries once to send a mail. Faults of the network and the server are outcomes, not exceptions.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellationToken">Ends the try; the mail may have been sent all the same.</param>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
