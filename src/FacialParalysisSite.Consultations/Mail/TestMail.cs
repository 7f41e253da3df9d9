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

    /// <summary>Tries once to send it. Every fault is an outcome.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="sender">The way the site's mails go.</param>
    /// <param name="deadline">For the whole try, from the first connection to the last answer.</param>
    public static async Task<MailOutcome> SendAsync(OutgoingMail mail, IMailSender sender, TimeSpan deadline)
    {
        using var ending = new CancellationTokenSource(deadline);
        try
        {
            // Some libraries do not listen to cancellation while they wait for a server.
            return await sender.SendAsync(mail, ending.Token).WaitAsync(ending.Token);
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome(MailResult.Failed, "deadline");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new MailOutcome(MailResult.Failed, fault.GetType().Name);
        }
    }
}
