using FacialParalysisSite.Consultations.Mail;

namespace FacialParalysisSite.Consultations.Tests.Mail;

public sealed class TestMailTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Send_AServerThatTakesIt_HasAMailThatNoProgramAnswers()
    {
        await using var peer = new SmtpPeer();

        Assert.Equal(MailOutcome.Sent, await SendAsync(peer, Long));

        var mail = Assert.Single(peer.Mails);
        Assert.Contains("Subject: Test mail of the website", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("(?mi)^Message-ID: <[0-9a-f]{32}@clinic.example>", mail);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("RCPT")]
    public async Task Send_AServerThatNeverAnswers_EndsWithTheDeadline(string stage)
    {
        await using var peer = new SmtpPeer((stage, new Step.Hang()));

        Assert.Equal(new MailOutcome(MailResult.Failed, "deadline"), await SendAsync(peer, TimeSpan.FromMilliseconds(300)));
    }

    [Fact]
    public async Task Send_AFaultOfTheProgram_IsAnOutcome()
    {
        var sender = new ScriptedSender(() => throw new FormatException("planted"));

        Assert.Equal(new MailOutcome(MailResult.Failed, nameof(FormatException)), await MailTry.SendAsync(Mail(), sender, Long));
    }

    private static OutgoingMail Mail() => TestMail.Compose("site@clinic.example", "someone@example.org");

    private static Task<MailOutcome> SendAsync(SmtpPeer peer, TimeSpan deadline) =>
        MailTry.SendAsync(Mail(), SmtpSender.Create(new SmtpSettings("localhost", peer.Port, SmtpSecurity.None, null, null)), deadline);
}
