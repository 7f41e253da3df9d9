using FacialParalysisSite.Consultations.Mail;
using static FacialParalysisSite.Consultations.Tests.Mail.SmtpTry;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>
/// What every sender keeps to where a mail has several recipients: one bad address keeps nobody else from getting it,
/// and who has got it does not get it again.
/// </summary>
public sealed class SmtpSenderRecipientsContractTests
{
    private static readonly OutgoingMail Both = Request with { To = ["front@clinic.example", "desk@clinic.example"] };

    [Theory]
    [InlineData("front", "450")]
    [InlineData("front", "451")]
    [InlineData("front", "550")]
    [InlineData("front", "554")]
    [InlineData("desk", "450")]
    [InlineData("desk", "451")]
    [InlineData("desk", "550")]
    [InlineData("desk", "554")]
    public async Task Send_OneOfTwoIsRefused_IsSentOnceToTheOther(string name, string code)
    {
        await using var peer = new SmtpPeer(Refusing(name, code));

        var outcome = await SendAsync(peer, Both);

        Assert.Equal((MailResult.Sent, code + " for 1 of 2 recipients"), (outcome.Result, outcome.Detail));
        Assert.Equal([name + "@clinic.example"], outcome.Missed);
        Assert.Single(peer.Mails);
    }

    [Theory]
    [InlineData("550", "553", MailResult.RecipientRefused, "550")]
    [InlineData("550", "450", MailResult.Failed, "450")]
    [InlineData("452", "550", MailResult.Failed, "452")]
    [InlineData("450", "450", MailResult.Failed, "450")]
    public async Task Send_AllAreRefused_SaysWhatToDo(string first, string second, MailResult result, string detail)
    {
        await using var peer = new SmtpPeer(Refusing("front", first), Refusing("desk", second));

        Assert.Equal(new MailOutcome(result, detail), await SendAsync(peer, Both));
        Assert.Empty(peer.Mails);
    }

    [Theory]
    [InlineData("DATA", "451", MailResult.Failed)]
    [InlineData("DATA", "554", MailResult.Refused)]
    [InlineData(".", "451", MailResult.Failed)]
    [InlineData(".", "554", MailResult.Refused)]
    public async Task Send_OneIsRefusedAndThenTheMail_IsNotSent(string stage, string code, MailResult result)
    {
        await using var peer = new SmtpPeer(Refusing("desk", "550"), (stage, new Step.Reply(code + " no")));

        Assert.Equal(new MailOutcome(result, code), await SendAsync(peer, Both));
    }

    [Theory]
    [InlineData("DATA")]
    [InlineData("CONTENT")]
    [InlineData(".")]
    public async Task Send_OneIsRefusedAndThenTheConnectionBreaks_HasFailed(string stage)
    {
        await using var peer = new SmtpPeer(Refusing("desk", "550"), (stage, new Step.Drop()));

        Assert.Equal(MailResult.Failed, (await SendAsync(peer, Both)).Result);
    }

    [Fact]
    public async Task Send_TheServerClosesAtOneOfTwo_HasFailed()
    {
        await using var peer = new SmtpPeer(Refusing("desk", "421"));

        Assert.Equal(new MailOutcome(MailResult.Failed, "421"), await SendAsync(peer, Both));
        Assert.Empty(peer.Mails);
    }

    [Fact]
    public async Task Send_TimeRunsOutAfterOneOfTwoHasGotIt_SaysWho()
    {
        const string Desk = "RCPT TO:<desk@clinic.example>";
        await using var peer = new SmtpPeer((Desk, new Step.First(new Step.Reply("554 not here"), new Step.Hang())));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(3));

        var outcome = await SmtpSender.Create(Settings(peer.Port)).SendAsync(Both, deadline.Token);

        Assert.Equal(MailResult.Sent, outcome.Result);
        Assert.Equal(["desk@clinic.example"], outcome.Missed);
        Assert.Single(peer.Mails);
    }

    [Fact]
    public async Task Send_OneOfTwoHasANameThatTheServerCannotTake_IsSentToTheOther()
    {
        await using var peer = new SmtpPeer(("EHLO", new Step.Reply("250-peer", "250 8BITMIME")));

        var outcome = await SendAsync(peer, Request with { To = ["jos\u00e9@clinic.example", "front@clinic.example"] });

        Assert.Equal((MailResult.Sent, "the server does not take this address for 1 of 2 recipients"), (outcome.Result, outcome.Detail));
        Assert.Equal(["jos\u00e9@clinic.example"], outcome.Missed);
        Assert.Single(peer.Mails);
    }

    [Fact]
    public async Task Send_OneOfThreeHasANameThatTheServerCannotTakeAndOneIsRefused_NamesBoth()
    {
        await using var peer = new SmtpPeer(("EHLO", new Step.Reply("250-peer", "250 8BITMIME")), Refusing("desk", "550"));

        var outcome = await SendAsync(peer, Request with { To = ["jos\u00e9@clinic.example", "front@clinic.example", "desk@clinic.example"] });

        Assert.Equal(MailResult.Sent, outcome.Result);
        Assert.Equal(["jos\u00e9@clinic.example", "desk@clinic.example"], outcome.Missed);
        Assert.Single(peer.Mails);
    }

    [Theory]
    [InlineData("250-SMTPUTF8", "desk@b\u00fccher.example")]
    [InlineData("250-8BITMIME", "desk@xn--bcher-kva.example")]
    public async Task Send_ARecipientWithAHostInAnotherScriptIsRefused_IsNamedAsItWasGiven(string offer, string told)
    {
        await using var peer = new SmtpPeer(("EHLO", new Step.Reply("250-peer", offer, "250 8BITMIME")), ($"RCPT TO:<{told}>", new Step.Reply("550 not here")));

        var outcome = await SendAsync(peer, Request with { To = ["front@clinic.example", "desk@b\u00fccher.example"] });

        Assert.Equal(MailResult.Sent, outcome.Result);
        Assert.Equal(["desk@b\u00fccher.example"], outcome.Missed);
    }

    private static (string Stage, Step Step) Refusing(string name, string code) =>
        ($"RCPT TO:<{name}@clinic.example>", new Step.Reply(code + " not here"));
}
