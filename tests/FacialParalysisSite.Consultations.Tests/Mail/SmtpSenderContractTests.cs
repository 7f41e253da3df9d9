using System.Text;
using FacialParalysisSite.Consultations.Mail;
using static FacialParalysisSite.Consultations.Tests.Mail.SmtpTry;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>What every sender keeps to, whatever library it uses.</summary>
public sealed class SmtpSenderContractTests
{
    [Fact]
    public async Task Send_AServerThatTakesIt_HasTheWholeMail()
    {
        await using var peer = new SmtpPeer();

        Assert.Equal(MailOutcome.Sent, await SendAsync(peer));

        var mail = Assert.Single(peer.Mails);
        Assert.Contains("Message-ID: <id-1@clinic.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Subject: Consultation request FP-0000-0000", mail, StringComparison.Ordinal);
        Assert.Matches("(?mi)^Date: .*20[0-9]{2}", mail);
        Assert.Matches("(?mi)^From: .*site@clinic.example", mail);
        Assert.Matches("(?mi)^To: .*front@clinic.example", mail);
        Assert.Matches("(?mi)^Reply-To: .*ada@example.org", mail);
        Assert.Matches("(?mi)^Content-Type: multipart/alternative", mail);
        Assert.Matches("(?msi)^Content-Type: text/plain; charset=\"?utf-8.*^Content-Type: text/html; charset=\"?utf-8", mail);
        Assert.Contains(Encoded(Request.Text), mail, StringComparison.Ordinal);
        Assert.Contains(Encoded(Request.Html!), mail, StringComparison.Ordinal);
        Assert.Contains("MAIL FROM:<site@clinic.example>", string.Join('\n', peer.Commands), StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<front@clinic.example>", string.Join('\n', peer.Commands), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AnAnswerToThePerson_IsPlainTextAndMarkedOnlyWhereAProgramWroteIt()
    {
        await using var peer = new SmtpPeer();

        Assert.Equal(MailOutcome.Sent, await SendAsync(peer, Request with { Html = null, ReplyTo = null, IsAutomatic = false }));

        var mail = Assert.Single(peer.Mails);
        Assert.Matches("(?mi)^Content-Type: text/plain", mail);
        Assert.DoesNotMatch("(?mi)^(Reply-To|Auto-Submitted):|multipart", mail);
    }

    [Fact]
    public async Task Send_ALineThatLooksLikeTheEnd_IsPartOfTheMail()
    {
        await using var peer = new SmtpPeer();

        Assert.Equal(MailOutcome.Sent, await SendAsync(peer, Request with { Text = "a\r\n.\r\nb", Html = null }));

        Assert.Contains(Encoded("a\r\n.\r\nb"), Assert.Single(peer.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ToAnAddressInAnotherScript_GoesThrough()
    {
        await using var peer = new SmtpPeer();

        Assert.Equal(MailOutcome.Sent, await SendAsync(peer, Request with { To = ["用户@例子.example"], ReplyTo = "josé@example.org" }));

        Assert.Contains(peer.Commands, line => line.StartsWith("MAIL", StringComparison.Ordinal) && line.Contains("SMTPUTF8", StringComparison.Ordinal));
        Assert.Matches("(?m)^To: .*用户@", Assert.Single(peer.Mails));
        Assert.Matches("(?m)^Reply-To: .*josé@example.org", Assert.Single(peer.Mails));
    }

    [Fact]
    public async Task Send_ToANameInAnotherScriptThroughAServerThatKnowsNone_SaysThatTheAddressIsNotTaken()
    {
        await using var peer = new SmtpPeer(("EHLO", new Step.Reply("250-peer", "250 8BITMIME")));

        var outcome = await SendAsync(peer, Request with { To = ["josé@example.org"] });

        Assert.Equal(new MailOutcome(MailResult.RecipientRefused, "the server does not take this address"), outcome);
        Assert.Empty(peer.Mails);
    }

    [Theory]
    [InlineData("CONNECT", "421 busy", MailResult.Failed)]
    [InlineData("CONNECT", "450 later", MailResult.Failed)]
    [InlineData("CONNECT", "554 no", MailResult.Refused)]
    [InlineData("EHLO", "421 busy", MailResult.Failed)]
    [InlineData("EHLO", "451 later", MailResult.Failed)]
    [InlineData("EHLO", "550 no", MailResult.Refused)]
    [InlineData("MAIL", "421 busy", MailResult.Failed)]
    [InlineData("MAIL", "451 later", MailResult.Failed)]
    [InlineData("MAIL", "530 who are you", MailResult.Refused)]
    [InlineData("MAIL", "550 no", MailResult.Refused)]
    [InlineData("RCPT", "421 busy", MailResult.Failed)]
    [InlineData("RCPT", "450 later", MailResult.Failed)]
    [InlineData("RCPT", "451 later", MailResult.Failed)]
    [InlineData("RCPT", "550 no such user", MailResult.RecipientRefused)]
    [InlineData("RCPT", "553 no such user", MailResult.RecipientRefused)]
    [InlineData("DATA", "421 busy", MailResult.Failed)]
    [InlineData("DATA", "451 later", MailResult.Failed)]
    [InlineData("DATA", "554 no", MailResult.Refused)]
    [InlineData(".", "421 busy", MailResult.Failed)]
    [InlineData(".", "451 later", MailResult.Failed)]
    [InlineData(".", "552 too large", MailResult.Refused)]
    public async Task Send_ARefusal_SaysWhatToDo(string stage, string reply, MailResult result)
    {
        await using var peer = new SmtpPeer((stage, new Step.Reply(reply)), (stage == "EHLO" ? "HELO" : stage, new Step.Reply(reply)));

        var outcome = await SendAsync(peer);

        Assert.Equal(result, outcome.Result);
        Assert.Equal(reply[..3], outcome.Detail);
    }

    [Theory]
    [InlineData("421 busy")]
    [InlineData("454 later")]
    [InlineData("535 wrong password")]
    public async Task Send_APasswordThatIsRefused_IsNotSent(string reply)
    {
        // Not every library stops here. One that goes on hears it from the server at MAIL.
        await using var peer = new SmtpPeer(("EHLO", Offer), ("AUTH", new Step.Reply(reply)), ("MAIL", new Step.Reply("530 who are you")));

        var outcome = await SendAsync(peer, signsIn: true);

        Assert.Contains(outcome.Result, reply[0] == '5' ? new[] { MailResult.Refused } : [MailResult.Failed, MailResult.Refused]);
        AssertTellsNothingPersonal(outcome);
        Assert.Empty(peer.Mails);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("EHLO")]
    [InlineData("AUTH")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData("CONTENT")]
    [InlineData(".")]
    public async Task Send_AConnectionThatBreaks_HasFailed(string stage)
    {
        await using var peer = new SmtpPeer(("EHLO", Offer), (stage, new Step.Drop()), ("HELO", new Step.Drop()));

        var outcome = await SendAsync(peer, signsIn: stage == "AUTH");

        Assert.Equal(MailResult.Failed, outcome.Result);
        AssertTellsNothingPersonal(outcome);
    }

    [Theory]
    [InlineData("500 what")]
    [InlineData("drop")]
    [InlineData("hang")]
    public async Task Send_AFarewellThatGoesWrong_IsSentAllTheSame(string farewell)
    {
        await using var peer = new SmtpPeer(("QUIT", farewell switch
        {
            "drop" => new Step.Drop(),
            "hang" => new Step.Hang(),
            _ => new Step.Reply(farewell),
        }));

        Assert.Equal(MailOutcome.Sent, await SendAsync(peer));
    }

    [Fact]
    public async Task Send_NobodyListens_HasFailed()
    {
        var peer = new SmtpPeer();
        await peer.DisposeAsync();

        Assert.Equal(MailResult.Failed, (await SendAsync(peer)).Result);
    }

    [Theory]
    [InlineData("CONNECT", true)]
    [InlineData("EHLO", true)]
    [InlineData("AUTH", true)]
    [InlineData("MAIL", true)]
    [InlineData("RCPT", true)]
    [InlineData("DATA", true)]
    [InlineData(".", true)]
    [InlineData("CONNECT", false)]
    [InlineData("MAIL", false)]
    [InlineData(".", false)]
    public async Task Send_AServerThatNeverAnswers_EndsWithTheDeadline(string stage, bool hangs)
    {
        await using var peer = new SmtpPeer(("EHLO", Offer), (stage, hangs ? new Step.Hang() : new Step.Drip()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SendUntilAsync(TimeSpan.FromSeconds(0.5), peer, signsIn: stage == "AUTH"));
    }

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
