using FacialParalysisSite.Consultations.Mail;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>One try of this build's sender to hand a mail over to a peer.</summary>
internal static class SmtpTry
{
    public const string Password = "Zq7-secret";

    public static readonly OutgoingMail Request = new("id-1@clinic.example", "site@clinic.example", ["front@clinic.example"], "ada@example.org",
        "Consultation request FP-0000-0000", "Plain é 😢 text", "<p>Hyper é text</p>", IsAutomatic: true);

    /// <summary>What a server says that can do TLS and wants a password.</summary>
    public static readonly Step Offer = new Step.Reply("250-peer", "250-AUTH LOGIN PLAIN", "250-SMTPUTF8", "250-8BITMIME", "250 STARTTLS");

    public static Task<MailOutcome> SendAsync(SmtpPeer peer, OutgoingMail? mail = null, SmtpSecurity security = SmtpSecurity.None, bool signsIn = false) =>
        SmtpSender.Create(Settings(peer.Port, security, signsIn)).SendAsync(mail ?? Request, CancellationToken.None);

    /// <summary>Puts the deadline around the sender, as the outbox does it.</summary>
    public static async Task SendUntilAsync(TimeSpan time, SmtpPeer peer, SmtpSecurity security = SmtpSecurity.None, bool signsIn = false)
    {
        using var deadline = new CancellationTokenSource(time);
        await SmtpSender.Create(Settings(peer.Port, security, signsIn)).SendAsync(Request, deadline.Token).WaitAsync(deadline.Token);
    }

    /// <summary>With a password wherever there is TLS, and elsewhere where it is asked for.</summary>
    public static SmtpSettings Settings(int port, SmtpSecurity security = SmtpSecurity.None, bool signsIn = false) =>
        security == SmtpSecurity.None && !signsIn
            ? new SmtpSettings("localhost", port, security, null, null)
            : new SmtpSettings("localhost", port, security, "user", Password);

    /// <summary>The log and the operator see the detail.</summary>
    public static void AssertTellsNothingPersonal(MailOutcome outcome) => Assert.Matches("^([0-9]{3}|[A-Za-z ]+|[0-9]{3} for [0-9] of [0-9] recipients)$", outcome.Detail);
}
