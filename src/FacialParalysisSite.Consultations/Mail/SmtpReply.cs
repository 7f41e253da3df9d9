using System.Globalization;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>What a mail server's reply codes make of a mail, the same for every sender.</summary>
internal static class SmtpReply
{
    /// <summary>Of a mail that the server did not take at all.</summary>
    /// <param name="code">The reply code, 400 to 599.</param>
    public static MailOutcome Refusal(int code) =>
        new(IsFinal(code) ? MailResult.Refused : MailResult.Failed, Text(code));

    /// <summary>
    /// Of a mail that the server took for all recipients but the refused ones. As soon as one has got it, it is sent:
    /// a further try would bring it to that one once more.
    /// </summary>
    /// <param name="refusals">The reply code of each refused recipient.</param>
    /// <param name="recipients">How many recipients there were, refused or not.</param>
    public static MailOutcome Recipients(IReadOnlyList<int> refusals, int recipients)
    {
        if (refusals.Count == 0)
        {
            return MailOutcome.Sent;
        }

        if (refusals.Count < recipients)
        {
            return new MailOutcome(MailResult.Sent, $"{Text(refusals[0])} for {refusals.Count} of {recipients} recipients");
        }

        var hopeful = refusals.Where(code => !IsFinal(code)).ToList();
        return hopeful.Count == 0
            ? new MailOutcome(MailResult.RecipientRefused, Text(refusals[0]))
            : new MailOutcome(MailResult.Failed, Text(hopeful[0]));
    }

    /// <summary>RFC 5321, section 4.2.1: 5 at the beginning means that the same mail will not be taken later either.</summary>
    private static bool IsFinal(int code) => code is >= 500 and <= 599;

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
