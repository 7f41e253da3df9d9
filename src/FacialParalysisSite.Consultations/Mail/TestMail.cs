namespace FacialParalysisSite.Consultations.Mail;

/// <summary>A mail that is about nobody, by which the operator finds out whether the site's mails go through.</summary>
internal static class TestMail
{
    /// <summary>Writes it.</summary>
    /// <param name="from">The site's own address.</param>
    /// <param name="to">Who gets it.</param>
    public static OutgoingMail Compose(string from, string to) => new(
        $"{Guid.NewGuid():N}@{from[(from.LastIndexOf('@') + 1)..]}", from, [to], ReplyTo: null, "Test mail of the website",
        "This is a test mail of the website. It is about no patient, and there is nothing to do.\r\n\r\n"
        + "Whoever runs the website sent it by a command, to see whether the website's mails arrive here.\r\n",
        Html: null, IsAutomatic: true);
}
