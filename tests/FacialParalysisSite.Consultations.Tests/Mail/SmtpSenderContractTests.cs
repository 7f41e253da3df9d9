using FacialParalysisSite.Consultations.Mail;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>What every sender keeps to, whatever library it uses.</summary>
public sealed class SmtpSenderContractTests
{
    private const string Password = "Zq7-secret";

    private static readonly OutgoingMail Mail = new("id-1@clinic.example", "site@clinic.example", ["front@clinic.example"], "ada@example.org",
        "Consultation request FP-0000-0000", "Plain é 😢 text", "<p>Hyper é text</p>", IsAutomatic: true);

    [Fact]
    public async Task Send_AServerThatTakesIt_HasTheWholeMail()
    {
        await using var peer = new SmtpPeer();

        Assert.Equal(MailOutcome.Sent, await SendAsync(peer));

        var mail = Assert.Single(peer.Mails);
        Assert.Contains("Message-ID: <id-1@clinic.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Subject: Consultation request FP-0000-0000", mail, StringComparison.Ordinal);
        Assert.Matches("(?mi)^From: .*site@clinic.example", mail);
        Assert.Matches("(?mi)^To: .*front@clinic.example", mail);
        Assert.Matches("(?mi)^Reply-To: .*ada@example.org", mail);
        Assert.Matches("(?mi)^Content-Type: multipart/alternative", mail);
        Assert.Contains("MAIL FROM:<site@clinic.example>", string.Join('\n', peer.Commands), StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<front@clinic.example>", string.Join('\n', peer.Commands), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ToAnAddressInAnotherScript_GoesThrough()
    {
        await using var peer = new SmtpPeer();

        Assert.Equal(MailOutcome.Sent, await SendAsync(peer, Mail with { To = ["用户@例子.example"], ReplyTo = "josé@example.org" }));
    }

    [Theory]
    [InlineData("CONNECT", "421 busy", MailResult.Failed)]
    [InlineData("CONNECT", "554 no", MailResult.Refused)]
    [InlineData("MAIL", "421 busy", MailResult.Failed)]
    [InlineData("MAIL", "451 later", MailResult.Failed)]
    [InlineData("MAIL", "550 no", MailResult.Refused)]
    [InlineData("RCPT", "450 later", MailResult.Failed)]
    [InlineData("RCPT", "451 later", MailResult.Failed)]
    [InlineData("RCPT", "550 no such user", MailResult.RecipientRefused)]
    [InlineData("RCPT", "553 no such user", MailResult.RecipientRefused)]
    [InlineData("DATA", "451 later", MailResult.Failed)]
    [InlineData("DATA", "554 no", MailResult.Refused)]
    [InlineData(".", "451 later", MailResult.Failed)]
    [InlineData(".", "552 too large", MailResult.Refused)]
    public async Task Send_ARefusal_SaysWhatToDo(string stage, string reply, MailResult result)
    {
        await using var peer = new SmtpPeer((stage, new Step.Reply(reply)));

        var outcome = await SendAsync(peer);

        Assert.Equal(result, outcome.Result);
        Assert.DoesNotContain("clinic.example", outcome.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task Send_AConnectionThatBreaks_HasFailed(string stage)
    {
        await using var peer = new SmtpPeer((stage, new Step.Drop()), ("HELO", new Step.Drop()));

        Assert.Equal(MailResult.Failed, (await SendAsync(peer)).Result);
    }

    [Fact]
    public async Task Send_NobodyListens_HasFailed()
    {
        var peer = new SmtpPeer();
        var port = peer.Port;
        await peer.DisposeAsync();

        Assert.Equal(MailResult.Failed, (await SmtpSender.Create(Settings(port)).SendAsync(Mail, CancellationToken.None)).Result);
    }

    [Theory]
    [InlineData("CONNECT", true)]
    [InlineData("RCPT", true)]
    [InlineData(".", true)]
    [InlineData("MAIL", false)]
    public async Task Send_AServerThatNeverAnswers_EndsWithTheDeadline(string stage, bool hangs)
    {
        await using var peer = new SmtpPeer((stage, hangs ? new Step.Hang() : new Step.Drip()));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        // The deadline is put around the sender, as the outbox does it.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SmtpSender.Create(Settings(peer.Port)).SendAsync(Mail, deadline.Token).WaitAsync(deadline.Token));
        Assert.Empty(stage == "." ? [] : peer.Mails);
    }

    [Fact]
    public async Task Send_TlsIsWantedButNotOffered_SendsNothing()
    {
        await using var peer = new SmtpPeer();

        Assert.NotEqual(MailResult.Sent, (await SendAsync(peer, security: SmtpSecurity.StartTls)).Result);
        AssertNothingTold(peer);
    }

    [Fact]
    public async Task Send_TlsIsOfferedButRefused_SendsNothing()
    {
        await using var peer = new SmtpPeer(
            ("EHLO", new Step.Reply("250-peer", "250-AUTH LOGIN PLAIN", "250 STARTTLS")), ("STARTTLS", new Step.Reply("454 not now")));

        Assert.NotEqual(MailResult.Sent, (await SendAsync(peer, security: SmtpSecurity.StartTls)).Result);
        AssertNothingTold(peer);
    }

    [Fact]
    public async Task Send_ACertificateThatNobodyTrusts_SendsNothing()
    {
        using var certificate = TestCertificate.Make();
        await using var peer = new SmtpPeer(("EHLO", new Step.Reply("250-peer", "250-AUTH LOGIN PLAIN", "250 STARTTLS"))) { Certificate = certificate };

        Assert.NotEqual(MailResult.Sent, (await SendAsync(peer, security: SmtpSecurity.StartTls)).Result);
        AssertNothingTold(peer);
    }

    private static Task<MailOutcome> SendAsync(SmtpPeer peer, OutgoingMail? mail = null, SmtpSecurity security = SmtpSecurity.None) =>
        SmtpSender.Create(Settings(peer.Port, security)).SendAsync(mail ?? Mail, CancellationToken.None);

    private static SmtpSettings Settings(int port, SmtpSecurity security = SmtpSecurity.None) =>
        new("localhost", port, security, security == SmtpSecurity.None ? null : "user", security == SmtpSecurity.None ? null : Password);

    private static void AssertNothingTold(SmtpPeer peer)
    {
        Assert.Empty(peer.Mails);
        Assert.DoesNotContain(peer.Commands, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) || line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase)
            || line.Contains(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Password)), StringComparison.Ordinal));
    }
}
