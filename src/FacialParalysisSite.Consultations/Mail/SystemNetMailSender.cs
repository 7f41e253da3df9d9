using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>
/// Sends through a mail server with the framework's own client. It fails where TLS is wanted and cannot be had, and
/// knows no implicit TLS.
/// </summary>
internal sealed class SystemNetMailSender(SmtpSettings settings) : IMailSender
{
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await SendThroughAsync(mail, cancellationToken);
            return MailOutcome.Sent;
        }
        catch (SmtpFailedRecipientsException fault)
        {
            return SmtpReply.ToAll([.. fault.InnerExceptions.Select(refusal => Miss(refusal, mail.To))], mail.To.Count);
        }
        catch (SmtpFailedRecipientException fault)
        {
            return SmtpReply.ToAll([Miss(fault, mail.To)], mail.To.Count);
        }
        catch (SmtpException fault) when (IsAboutForeignName(fault, mail.To))
        {
            return await this.SendToOthersAsync(mail, cancellationToken);
        }
        catch (SmtpException fault) when (fault.StatusCode == SmtpStatusCode.GeneralFailure)
        {
            return new MailOutcome(MailResult.Failed, "no connection");
        }
        catch (SmtpException fault) when (mail.To.Count > 1 && fault.StatusCode != SmtpStatusCode.ServiceNotAvailable && !IsAboutSigningIn(fault.StatusCode))
        {
            // The framework knows few of the codes for a refused recipient; over another, such as 554, it gives up the
            // whole mail, and does not say that it was a recipient's. Nobody has got it then.
            return await SendToEachAsync(mail, cancellationToken);
        }
        catch (SmtpException fault)
        {
            return SmtpReply.ToMail((int)fault.StatusCode);
        }
        catch (Exception fault) when (fault is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            return new MailOutcome(MailResult.Failed, fault.GetType().Name);
        }
    }

    private async Task SendThroughAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Security != SmtpSecurity.None,
            DeliveryFormat = SmtpDeliveryFormat.International,
            Credentials = settings.UserName is null ? null : new NetworkCredential(settings.UserName, settings.Password),
        };
        using var message = SystemNetMessage.From(mail);

        // It does not listen to cancellation while it waits for a reply; without it a server that hangs keeps the connection.
        await using var ending = cancellationToken.Register(client.Dispose);
        await client.SendMailAsync(message, cancellationToken);
    }

    /// <summary>Where time runs out, those who have got it by then have got it; what the others have is not known.</summary>
    private async Task<MailOutcome> SendToEachAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var misses = new List<(string Recipient, MailOutcome Why)>();
        foreach (var recipient in mail.To)
        {
            var outcome = await SendToOneAsync(mail with { To = [recipient] }, cancellationToken);
            if (outcome.Result != MailResult.Sent)
            {
                misses.Add((recipient, outcome));
            }
        }

        if (misses.Count == mail.To.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return SmtpReply.ToAll(misses, mail.To.Count);
    }

    private async Task<MailOutcome> SendToOneAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await SendAsync(mail, cancellationToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && cancellationToken.IsCancellationRequested)
        {
            return new MailOutcome(MailResult.Failed, "deadline");
        }
    }

    /// <summary>
    /// The framework puts the address in angle brackets, as the server was told it: a host in another script is Punycode
    /// where the server knows nothing else.
    /// </summary>
    private static (string Recipient, MailOutcome Why) Miss(SmtpFailedRecipientException refusal, IReadOnlyList<string> recipients)
    {
        var refused = refusal.FailedRecipient?.Trim('<', '>') ?? "";
        var recipient = recipients.FirstOrDefault(recipient => string.Equals(InAscii(recipient), InAscii(refused), StringComparison.OrdinalIgnoreCase));
        return (recipient ?? refused, SmtpReply.ToRecipient((int)refusal.StatusCode));
    }

    private static string InAscii(string address) =>
        address.LastIndexOf('@') is var at and > 0 && ReplyAddress.HostOf(address[(at + 1)..]) is { } host ? $"{address[..at]}@{host}" : address;

    /// <summary>
    /// The framework says only in words that the server does not know SMTPUTF8, and names the address there. Where it finds
    /// no connection it says the same code, with the reason inside.
    /// </summary>
    private static bool IsAboutForeignName(SmtpException fault, IReadOnlyList<string> recipients) =>
        fault is { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null }
        && recipients.Any(recipient => ForeignNames.IsForeign(recipient) && fault.Message.Contains(recipient[..recipient.LastIndexOf('@')], StringComparison.Ordinal));

    /// <summary>RFC 4954, section 6. Each further try with a wrong password brings the account nearer to being locked.</summary>
    private static bool IsAboutSigningIn(SmtpStatusCode code) => (int)code is 530 or 534 or 535 or 538;
}

/// <summary>The sender of this build.</summary>
internal static class SmtpSender
{
    /// <summary>Whether it can begin a connection with TLS from the first byte.</summary>
    public static bool KnowsImplicitTls => false;

    /// <exception cref="NotSupportedException">This build cannot do what <see cref="SmtpSettings.Security"/> asks for.</exception>
    public static IMailSender Create(SmtpSettings settings) => settings.Security == SmtpSecurity.Implicit
        ? throw new NotSupportedException("Smtp:Security=Implicit needs a build with MailKit (-p:UseMailKit=true); this one knows StartTls.")
        : new SystemNetMailSender(settings);
}
