using System.Net.Sockets;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>Sends through a mail server with MailKit. It fails where TLS is wanted and cannot be had.</summary>
internal sealed class MailKitSender(SmtpSettings settings) : IMailSender
{
    /// <summary>For a farewell that no longer matters.</summary>
    private static readonly TimeSpan TimeToQuit = TimeSpan.FromSeconds(1);

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var client = new ForgivingClient();
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, SocketOptions(), cancellationToken);
            if (settings.UserName is not null)
            {
                await client.AuthenticateAsync(Encoding.UTF8, settings.UserName, settings.Password ?? "", cancellationToken);
            }

            // The library would tell the server the name all the same, in bytes that it has not said it reads.
            if (!client.Capabilities.HasFlag(SmtpCapabilities.UTF8) && mail.To.Any(ForeignNames.IsForeign))
            {
                await QuitAsync(client);
                return await this.SendToOthersAsync(mail, cancellationToken);
            }

            using var message = MailKitMessage.From(mail);
            await client.SendAsync(MailKitMessage.Format(message), message, cancellationToken);
            await QuitAsync(client);
            return SmtpReply.ToAll(client.Refusals, mail.To.Count);
        }
        catch (SmtpCommandException fault) when (fault.ErrorCode == SmtpErrorCode.MessageNotAccepted && client.Refusals.Count == mail.To.Count)
        {
            return SmtpReply.ToAll(client.Refusals, mail.To.Count);
        }
        catch (SmtpCommandException fault)
        {
            return SmtpReply.ToMail((int)fault.StatusCode);
        }
        catch (ServiceNotAuthenticatedException)
        {
            return SmtpReply.ToMail((int)SmtpStatusCode.AuthenticationRequired);
        }
        catch (AuthenticationException fault)
        {
            // The library keeps the reply to itself where the server calls every way of signing in too weak.
            var code = fault.InnerException is SmtpCommandException reply ? reply.StatusCode : SmtpStatusCode.AuthenticationMechanismTooWeak;
            return SmtpReply.ToMail((int)code);
        }
        catch (Exception fault) when (fault is ProtocolException or SslHandshakeException or NotSupportedException
            or IOException or SocketException or TimeoutException)
        {
            return new MailOutcome(MailResult.Failed, fault.GetType().Name);
        }
    }

    private SecureSocketOptions SocketOptions() => settings.Security switch
    {
        SmtpSecurity.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>The server has the mail: whatever it answers now, and whether it answers, changes nothing.</summary>
    private static async Task QuitAsync(SmtpClient client)
    {
        using var deadline = new CancellationTokenSource(TimeToQuit);
        await client.DisconnectAsync(quit: true, deadline.Token);
    }

    /// <summary>Goes on with the recipients that the server takes, where the library stops at the first that it does not.</summary>
    private sealed class ForgivingClient : SmtpClient
    {
        // As the framework's sender. To ask the issuer at every try would make its servers one more thing that can
        // keep a request from the clinic.
        public ForgivingClient() => CheckCertificateRevocation = false;

        public List<(string Recipient, MailOutcome Why)> Refusals { get; } = [];

        protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            // Says nothing of the recipient: the server is about to close the connection (RFC 5321, section 3.8).
            if (response.StatusCode == SmtpStatusCode.ServiceNotAvailable)
            {
                base.OnRecipientNotAccepted(message, mailbox, response);
            }

            Refusals.Add((mailbox.Address, SmtpReply.ToRecipient((int)response.StatusCode)));
        }
    }
}

/// <summary>Turns a composed mail into MailKit's message.</summary>
internal static class MailKitMessage
{
    public static MimeMessage From(OutgoingMail mail)
    {
        var message = new MimeMessage { MessageId = mail.MessageId, Subject = mail.Subject };
        message.From.Add(Address(mail.From));
        message.To.AddRange(mail.To.Select(Address));
        if (mail.ReplyTo is not null)
        {
            message.ReplyTo.Add(Address(mail.ReplyTo));
        }

        if (mail.IsAutomatic)
        {
            message.Headers.Add("Auto-Submitted", "auto-generated");
        }

        message.Body = mail.Html is null
            ? Part("plain", mail.Text)
            : new MultipartAlternative(Part("plain", mail.Text), Part("html", mail.Html));
        return message;
    }

    /// <summary>Headers in UTF-8 (RFC 6532) only where an address needs them: not every server on the way takes them.</summary>
    public static FormatOptions Format(MimeMessage message)
    {
        var format = FormatOptions.Default.Clone();
        format.International = message.From.Concat(message.To).Concat(message.ReplyTo).OfType<MailboxAddress>().Any(address => address.IsInternational);
        return format;
    }

    private static MailboxAddress Address(string address) => new(name: null, address);

    // Base64 as in the framework's sender: no line of it can be too long or look like the end of the mail.
    private static TextPart Part(string subtype, string text) =>
        new(subtype) { Text = text, ContentTransferEncoding = ContentEncoding.Base64 };
}

/// <summary>The sender of this build.</summary>
internal static class SmtpSender
{
    /// <summary>Whether it can begin a connection with TLS from the first byte.</summary>
    public static bool KnowsImplicitTls => true;

    public static IMailSender Create(SmtpSettings settings) => new MailKitSender(settings);
}
