using System.Net;
using System.Net.Mail;
using System.Net.Sockets;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>
/// Sends through a mail server with the framework's own client. It fails where TLS is wanted and cannot be had, and
/// knows no implicit TLS.
/// </summary>
internal sealed class SystemNetMailSender(SmtpSettings settings) : IMailSender
{
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Security != SmtpSecurity.None,
            DeliveryFormat = SmtpDeliveryFormat.International,
            Credentials = settings.UserName is null ? null : new NetworkCredential(settings.UserName, settings.Password),
        };
        try
        {
            using var message = SystemNetMessage.From(mail);
            await client.SendMailAsync(message, cancellationToken);
            return MailOutcome.Sent;
        }
        catch (SmtpFailedRecipientsException fault)
        {
            return SmtpReply.Recipients([.. fault.InnerExceptions.Select(refusal => (int)refusal.StatusCode)], mail.To.Count);
        }
        catch (SmtpFailedRecipientException fault)
        {
            return SmtpReply.Recipients([(int)fault.StatusCode], mail.To.Count);
        }
        catch (SmtpException fault) when (fault.StatusCode != SmtpStatusCode.GeneralFailure)
        {
            return SmtpReply.Refusal((int)fault.StatusCode);
        }
        catch (SmtpException)
        {
            return new MailOutcome(MailResult.Failed, "no connection");
        }
        catch (Exception fault) when (fault is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            return new MailOutcome(MailResult.Failed, fault.GetType().Name);
        }
    }
}

/// <summary>The sender of this build.</summary>
internal static class SmtpSender
{
    /// <summary>Whether it can begin a connection with TLS from the first byte.</summary>
    public static bool KnowsImplicitTls => false;

    public static IMailSender Create(SmtpSettings settings) => new SystemNetMailSender(settings);
}
