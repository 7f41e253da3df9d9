namespace FacialParalysisSite.Consultations.Mail;

/// <summary>One try to send a mail that ends in time, whatever the server and the library do.</summary>
internal static class MailTry
{
    /// <summary>What the site gives a mail, from the first connection to the last answer.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>Tries once to send a mail. Every fault is an outcome.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="sender">The way it goes.</param>
    /// <param name="deadline">For the whole try.</param>
    /// <param name="cancellationToken">Ends the try; the mail may have been sent all the same.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<MailOutcome> SendAsync(OutgoingMail mail, IMailSender sender, TimeSpan deadline, CancellationToken cancellationToken = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(deadline);
        try
        {
            // Some libraries do not listen to cancellation while they wait for a server.
            return await sender.SendAsync(mail, ending.Token).WaitAsync(ending.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailOutcome(MailResult.Failed, "deadline");
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            return new MailOutcome(MailResult.Failed, fault.GetType().Name);
        }
    }
}
