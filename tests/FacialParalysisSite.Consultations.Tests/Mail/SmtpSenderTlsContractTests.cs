using System.Text;
using FacialParalysisSite.Consultations.Mail;
using static FacialParalysisSite.Consultations.Tests.Mail.SmtpTry;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>What every sender keeps to about TLS: nothing is told to a server before the connection is encrypted and the server known.</summary>
public sealed class SmtpSenderTlsContractTests
{
    [Fact]
    public async Task Send_TlsIsWantedButNotOffered_SendsNothing()
    {
        await using var peer = new SmtpPeer(("EHLO", new Step.Reply("250-peer", "250 AUTH LOGIN PLAIN")));

        Assert.Equal(MailResult.Failed, (await SendAsync(peer, security: SmtpSecurity.StartTls)).Result);
        AssertNothingTold(peer);
    }

    [Theory]
    [InlineData("421 busy", MailResult.Failed)]
    [InlineData("454 not now", MailResult.Failed)]
    [InlineData("554 no", MailResult.Refused)]
    public async Task Send_TlsIsOfferedButRefused_SendsNothing(string reply, MailResult result)
    {
        await using var peer = new SmtpPeer(("EHLO", Offer), ("STARTTLS", new Step.Reply(reply)));

        Assert.Equal(new MailOutcome(result, reply[..3]), await SendAsync(peer, security: SmtpSecurity.StartTls));
        AssertNothingTold(peer);
    }

    [Fact]
    public async Task Send_AConnectionThatBreaksAtStartTls_SendsNothing()
    {
        await using var peer = new SmtpPeer(("EHLO", Offer), ("STARTTLS", new Step.Drop()));

        Assert.Equal(MailResult.Failed, (await SendAsync(peer, security: SmtpSecurity.StartTls)).Result);
        AssertNothingTold(peer);
    }

    [Theory]
    [MemberData(nameof(WithTls))]
    public async Task Send_ACertificateThatNobodyTrusts_SendsNothing(SmtpSecurity security)
    {
        using var certificate = TestCertificate.Make();
        await using var peer = Peer(security, certificate);

        var outcome = await SendAsync(peer, security: security);

        Assert.Equal(MailResult.Failed, outcome.Result);
        AssertTellsNothingPersonal(outcome);
        AssertNothingTold(peer);
    }

    [TrustedIssuerTheory]
    [MemberData(nameof(WithTls))]
    public async Task Send_ACertificateForAnotherHost_SendsNothing(SmtpSecurity security)
    {
        using var issuer = new TrustedIssuer();
        using var certificate = issuer.Issue(host: "mail.other.example");
        await using var peer = Peer(security, certificate);

        Assert.Equal(MailResult.Failed, (await SendAsync(peer, security: security)).Result);
        AssertNothingTold(peer);
    }

    [TrustedIssuerTheory]
    [MemberData(nameof(WithTls))]
    public async Task Send_ACertificateThatHasExpired_SendsNothing(SmtpSecurity security)
    {
        using var issuer = new TrustedIssuer();
        using var certificate = issuer.Issue(hoursLeft: -1);
        await using var peer = Peer(security, certificate);

        Assert.Equal(MailResult.Failed, (await SendAsync(peer, security: security)).Result);
        AssertNothingTold(peer);
    }

    [TrustedIssuerTheory]
    [MemberData(nameof(WithTls))]
    public async Task Send_ATrustedServer_HearsPasswordAndMailThroughTlsAlone(SmtpSecurity security)
    {
        using var issuer = new TrustedIssuer();
        using var certificate = issuer.Issue();
        await using var peer = Peer(security, certificate);

        Assert.Equal(MailOutcome.Sent, await SendAsync(peer, security: security));

        Assert.Equal(security == SmtpSecurity.StartTls ? ["EHLO", "STARTTLS"] : [], peer.InTheClear.Select(Verb));
        Assert.Contains(peer.Commands, SaysPassword);
        Assert.Equal(["AUTH", "MAIL", "RCPT", "DATA"], peer.Commands.Select(Verb).Intersect(["AUTH", "MAIL", "RCPT", "DATA"]));
        Assert.Single(peer.Mails);
    }

    [TrustedIssuerTheory]
    [MemberData(nameof(WithTls))]
    public async Task Send_ATrustedServerThatRefusesThePassword_DoesNotGetTheMail(SmtpSecurity security)
    {
        using var issuer = new TrustedIssuer();
        using var certificate = issuer.Issue();
        await using var peer = Peer(security, certificate, ("AUTH", new Step.Reply("535 wrong password")), ("MAIL", new Step.Reply("530 who are you")));

        Assert.Equal(MailResult.Refused, (await SendAsync(peer, security: security)).Result);
        Assert.Empty(peer.Mails);
        Assert.DoesNotContain(peer.InTheClear, SaysPassword);
    }

    [Fact]
    public void Create_ImplicitTls_IsRefusedWhereItIsNotKnown()
    {
        var settings = Settings(465, SmtpSecurity.Implicit);

        var fault = Record.Exception(() => SmtpSender.Create(settings));

        Assert.Equal(SmtpSender.KnowsImplicitTls, fault is null);
        Assert.Contains("Smtp:Security=Implicit", fault?.Message ?? "Smtp:Security=Implicit", StringComparison.Ordinal);
    }

    public static TheoryData<SmtpSecurity> WithTls() =>
        SmtpSender.KnowsImplicitTls ? new(SmtpSecurity.StartTls, SmtpSecurity.Implicit) : new(SmtpSecurity.StartTls);

    private static SmtpPeer Peer(SmtpSecurity security, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate, params (string, Step)[] script) =>
        new([("EHLO", Offer), .. script]) { Certificate = certificate, IsImplicit = security == SmtpSecurity.Implicit };

    /// <summary>Neither a mail nor anything of the account.</summary>
    private static void AssertNothingTold(SmtpPeer peer) =>
        Assert.All(peer.Commands, line => Assert.Contains(Verb(line), new[] { "EHLO", "HELO", "STARTTLS", "QUIT" }));

    private static string Verb(string line) => line.Split(' ')[0];

    private static bool SaysPassword(string line)
    {
        var decoded = new byte[line.Length];
        return Convert.TryFromBase64String(line.Split(' ')[^1], decoded, out var length)
            && Encoding.UTF8.GetString(decoded, 0, length).Contains(Password, StringComparison.Ordinal);
    }
}
