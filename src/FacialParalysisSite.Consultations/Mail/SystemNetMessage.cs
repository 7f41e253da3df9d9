using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>Turns a composed mail into the framework's message.</summary>
internal static class SystemNetMessage
{
    public static MailMessage From(OutgoingMail mail)
    {
        var message = new MailMessage
        {
            From = new MailAddress(mail.From),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers["Message-ID"] = $"<{mail.MessageId}>";
        foreach (var recipient in mail.To)
        {
            message.To.Add(new MailAddress(recipient));
        }

        if (mail.ReplyTo is not null)
        {
            message.ReplyToList.Add(new MailAddress(mail.ReplyTo));
        }

        if (mail.IsAutomatic)
        {
            message.Headers["Auto-Submitted"] = "auto-generated";
        }

        if (mail.Html is not null)
        {
            var html = AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html);
            html.TransferEncoding = TransferEncoding.Base64;
            message.AlternateViews.Add(html);
        }

        return message;
    }
}
