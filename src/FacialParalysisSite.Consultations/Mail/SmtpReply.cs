using System.Globalization;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>What a mail server's reply codes make of a mail, the same for every sender.</summary>
internal static class SmtpReply
{
    /// <summary>The server did not take the mail.</summary>
    /// <param name="code">Its reply code, 400 to 599.</param>
    public static MailOutcome ToMail(int code) => new(IsFinal(code) ? MailResult.Refused : MailResult.Failed, Text(code));

    /// <summary>The server did not take this recipient.</summary>
    /// <param name="code">Its reply code, 400 to 599.</param>
    public static MailOutcome ToRecipient(int code) => new(IsFinal(code) ? MailResult.RecipientRefused : MailResult.Failed, Text(code));

    /// <summary>
    /// The outcome for a mail of all that became of its recipients. It is sent as soon as one of them has got it; a
    /// further try is for the others alone.
    /// </summary>
    /// <param name="misses">The recipients who did not get it, and why.</param>
    /// <param name="recipients">How many recipients there are in all.</param>
    public static MailOutcome ToAll(IReadOnlyList<(string Recipient, MailOutcome Why)> misses, int recipients)
    {
        if (misses.Count == 0)
        {
            return MailOutcome.Sent;
        }

        // Hope for one of them is hope for the mail.
        var reasons = misses.Select(miss => miss.Why).ToList();
        return misses.Count < recipients
            ? new MailOutcome(MailResult.Sent, $"{reasons[0].Detail} for {misses.Count} of {recipients} recipients") { Missed = [.. misses.Select(miss => miss.Recipient)] }
            : reasons.Find(why => why.Result == MailResult.Failed)
                ?? reasons.Find(why => why.Result == MailResult.Refused)
                ?? reasons[0];
    }

    /// <summary>RFC 5321, section 4.2.1: 5 at the beginning means that the same mail will not be taken later either.</summary>
    private static bool IsFinal(int code) => code is >= 500 and <= 599;

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
