using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Commands;

/// <summary>The way the site's mails go.</summary>
/// <param name="Sender">Sends them.</param>
/// <param name="Folder">Where they are written to instead of being sent; null where a server takes them.</param>
/// <param name="Words">The way in words, without account and password.</param>
internal sealed record MailWay(IMailSender Sender, string? Folder, string Words)
{
    public static MailWay Of(IServiceProvider services)
    {
        var sender = services.GetRequiredService<IMailSender>();
        return sender is PickupFolderSender { Folder: var folder }
            ? new MailWay(sender, folder, $"written to the folder {folder} because no mail server is set (Smtp:Host)")
            : new MailWay(sender, null, WordsOf(services.GetRequiredService<IOptions<SmtpOptions>>().Value.ToSettings()));
    }

    private static string WordsOf(SmtpSettings smtp) =>
        $"through {smtp.Host}, port {smtp.Port}, {WordsOf(smtp.Security)}, "
        + (smtp.UserName is null ? "without an account" : "with the account of Smtp:UserName");

    private static string WordsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => "with TLS after STARTTLS",
        SmtpSecurity.Implicit => "with TLS from the first byte",
        _ => "without TLS",
    };
}
