using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Tests.Mail;

namespace FacialParalysisSite.Consultations.Tests.Alerting;

public sealed class MailAlertChannelTests
{
    private static readonly Alert Told = new("alert.late.1.began", "Website: mail to the clinic is late", "Facts\n\nAdvice\n");

    [Fact]
    public async Task Tell_AServerThatTakesIt_SendsAMailThatNoProgramAnswers()
    {
        await using var peer = new SmtpPeer();

        Assert.Null(await Channel(peer).TellAsync(Told, CancellationToken.None));

        var mail = Assert.Single(peer.Mails);
        Assert.Contains("Message-ID: <alert.late.1.began@clinic.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Subject: Website: mail to the clinic is late", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        Assert.Equal(["RCPT TO:<admin@example.org>"], peer.Commands.Where(command => command.StartsWith("RCPT", StringComparison.Ordinal)).Select(command => command.Split(" NOTIFY")[0]));
    }

    [Fact]
    public async Task Tell_AServerThatRefusesIt_SaysWhyWithoutAnAddress()
    {
        await using var peer = new SmtpPeer(("MAIL", new Step.Reply("550 not from website@clinic.example")));

        Assert.Equal("Refused 550", await Channel(peer).TellAsync(Told, CancellationToken.None));
    }

    private static MailAlertChannel Channel(SmtpPeer peer) => new(SmtpSender.Create(SmtpTry.Settings(peer.Port)), "website@clinic.example", ["admin@example.org"]);
}
