using System.Globalization;
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
            EnableSsl = settings.Security == SmtpSecurity.StartTls,
            DeliveryFormat = SmtpDeliveryFormat.International,
            Credentials = settings.UserName is null ? null : new NetworkCredential(settings.UserName, settings.Password),
        };
        try
        {
            using var message = SystemNetMessage.From(mail);
            await client.SendMailAsync(message, cancellationToken);
            return MailOutcome.Sent;
        }
        catch (SmtpFailedRecipientException fault)
        {
            return new MailOutcome(IsFinal(fault.StatusCode) ? MailResult.RecipientRefused : MailResult.Failed, Code(fault.StatusCode));
        }
        catch (SmtpException fault)
        {
            return new MailOutcome(IsFinal(fault.StatusCode) ? MailResult.Refused : MailResult.Failed, Code(fault.StatusCode));
        }
        catch (Exception fault) when (fault is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            return new MailOutcome(MailResult.Failed, fault.GetType().Name);
        }
    }

    /// <summary>RFC 5321, section 4.2.1: 5 at the beginning means that the same mail will not be taken later either.</summary>
    private static bool IsFinal(SmtpStatusCode code) => (int)code is >= 500 and <= 599;

    private static string Code(SmtpStatusCode code) =>
        code == SmtpStatusCode.GeneralFailure ? "no connection" : ((int)code).ToString(CultureInfo.InvariantCulture);
}

/// <summary>The sender of this build.</summary>
internal static class SmtpSender
{
    /// <summary>Whether it can speak TLS from the first byte.</summary>
    public static bool KnowsImplicitTls => false;

    public static IMailSender Create(SmtpSettings settings) => new SystemNetMailSender(settings);
}
