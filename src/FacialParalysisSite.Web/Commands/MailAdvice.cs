using FacialParalysisSite.Consultations.Mail;

namespace FacialParalysisSite.Web.Commands;

/// <summary>Says in plain words why a mail did not go through, and what to check.</summary>
internal static class MailAdvice
{
    /// <param name="outcome">What became of the try; not one that succeeded.</param>
    /// <param name="deadline">How long the try could take.</param>
    public static string For(MailOutcome outcome, TimeSpan deadline) => outcome switch
    {
        { Result: MailResult.RecipientRefused } =>
            $"The server refused the recipient ({outcome.Detail}). Check the address for a slip. If it is right, the server may take mails "
            + "to other places only from those who sign in: check Smtp:UserName, and that the account may send mails out.",

        // RFC 4954, section 6: what servers answer where signing in failed or is missing.
        { Detail: "530" } =>
            "The server wants the site to sign in, or to use TLS first (530). Check Smtp:UserName and Smtp:Password, and that Smtp:Security is not None.",
        { Detail: "534" or "535" or "538" } =>
            $"The server refused to let the site sign in ({outcome.Detail}). Check Smtp:UserName and Smtp:Password. Many providers want a password "
            + "made for programs instead of the one people type, or want sending by programs to be switched on.",
        { Result: MailResult.Refused } =>
            $"The server refused the mail ({outcome.Detail}). Check that the account may send from the address in Mail:From, and whether the server "
            + "blocks this machine.",
        { Detail: [>= '4' and <= '5', _, _] } =>
            $"The server did not take the mail now, but may later ({outcome.Detail}): it may be busy, make strangers wait, or count too many mails. "
            + "Try again in a few minutes. The site tries again by itself.",
        { Detail: "deadline" } =>
            $"The server did not come to an end within {deadline.TotalSeconds:0} seconds. Check Smtp:Host and Smtp:Port, and whether a firewall swallows "
            + "what this machine sends. A server on port 465 waits for TLS from the first byte (Smtp:Security).",
        _ =>
            $"No usable connection to the server came about, or it broke ({outcome.Detail}). Check that Smtp:Host and Smtp:Port are right and no firewall is "
            + "between; and with TLS, that the server offers it as Smtp:Security says and has a certificate for that very name which this machine trusts.",
    };
}
