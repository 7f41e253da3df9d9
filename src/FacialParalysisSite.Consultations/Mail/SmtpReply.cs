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
    /// The outcome for a mail of all that became of its recipients. It is sent as soon as one of them has got it: a
    /// further try would bring it to that one again.
    /// </summary>
    /// <param name="misses">What became of each recipient who did not get it.</param>
    /// <param name="recipients">How many recipients there are in all.</param>
    public static MailOutcome ToAll(IReadOnlyList<MailOutcome> misses, int recipients)
    {
        if (misses.Count == 0)
        {
            return MailOutcome.Sent;
        }

        // Hope for one of them is hope for the mail.
        return misses.Count < recipients
            ? new MailOutcome(MailResult.Sent, $"{misses[0].Detail} for {misses.Count} of {recipients} recipients")
            : misses.FirstOrDefault(miss => miss.Result == MailResult.Failed)
                ?? misses.FirstOrDefault(miss => miss.Result == MailResult.Refused)
                ?? misses[0];
    }

    /// <summary>RFC 5321, section 4.2.1: 5 at the beginning means that the same mail will not be taken later either.</summary>
    private static bool IsFinal(int code) => code is >= 500 and <= 599;

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
