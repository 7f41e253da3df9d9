using System.Net.Mail;
using FacialParalysisSite.Consultations.Storage;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>Writes each mail as an <c>.eml</c> file, which any mail program opens: for Development.</summary>
/// <param name="folder">An absolute path; the folder is made where it is missing.</param>
internal sealed class PickupFolderSender(string folder) : IMailSender
{
    public string Folder => folder;

    /// <summary>Deletes the mails that a folder got before a moment. They are copies of what people wrote.</summary>
    public static void Forget(string folder, DateTimeOffset before)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var mail in new DirectoryInfo(folder).EnumerateFiles("*.eml").Where(mail => mail.LastWriteTimeUtc < before.UtcDateTime))
        {
            mail.Delete();
        }
    }

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            PrivateFiles.CreateFolder(folder);
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = folder,
                DeliveryFormat = SmtpDeliveryFormat.International,
            };
            using var message = SystemNetMessage.From(mail);
            await client.SendMailAsync(message, cancellationToken);
            return MailOutcome.Sent;
        }
        catch (Exception fault) when (fault is SmtpException or IOException or UnauthorizedAccessException)
        {
            return new MailOutcome(MailResult.Failed, fault.GetType().Name);
        }
    }
}
