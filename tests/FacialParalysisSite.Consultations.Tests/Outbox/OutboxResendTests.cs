using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;

namespace FacialParalysisSite.Consultations.Tests.Outbox;

public sealed class OutboxResendTests
{
    private static readonly Resent OneMadeDue = new(MadeDue: 1, BeingSent: 0, IsNew: false);

    private static readonly MailOutcome Later = new(MailResult.Failed, "451");

    [Fact]
    public async Task Resend_AWaitingMail_IsDueAtOnceWithItsTriesCountedAnew()
    {
        using var bed = new OutboxTestBed(() => Later, () => MailOutcome.Sent);
        var reference = await bed.AcceptAsync();
        await bed.DeliverAllAsync();
        Assert.Equal(0, await bed.DeliverAllAsync());

        Assert.Equal(OneMadeDue, await bed.Resend.ResendAsync(reference));

        Assert.Equal(0, Assert.Single(bed.Messages()).Attempts);
        Assert.Equal(1, await bed.DeliverAllAsync());
        Assert.Single(bed.Sender.Mails.Select(mail => mail.MessageId).Distinct());
        Assert.Equal((OutboxState.Sent, 1), StateOf(Assert.Single(bed.Messages())));
    }

    [Fact]
    public async Task Resend_AMailThatWasGivenUp_IsTriedAgain()
    {
        using var bed = new OutboxTestBed(() => Later);
        var reference = await bed.AcceptAsync();
        while (bed.Messages()[0].State != OutboxState.Abandoned)
        {
            await bed.DeliverAllAsync();
            bed.Time.Advance(TimeSpan.FromHours(9));
        }

        Assert.Equal(OneMadeDue, await bed.Resend.ResendAsync(reference));

        await bed.DeliverAllAsync();
        Assert.Equal((OutboxState.Pending, 1), StateOf(Assert.Single(bed.Messages())));
    }

    [Fact]
    public async Task Resend_WhereAllHaveBeenSent_OwesANewMailUnderAnotherMessageId()
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync(form => form.Email = "ada@example.org");
        await bed.DeliverAllAsync();

        Assert.Equal(new Resent(MadeDue: 0, BeingSent: 0, IsNew: true), await bed.Resend.ResendAsync(reference));

        Assert.Equal(1, await bed.DeliverAllAsync());
        var mails = bed.Sender.Mails.Where(mail => !mail.IsAutomatic).ToList();
        Assert.Equal(2, mails.Count);
        Assert.NotEqual(mails[0].MessageId, mails[1].MessageId);
        Assert.Equal((mails[0].Subject, mails[0].Text), (mails[1].Subject, mails[1].Text));
        Assert.Equal(OutboxState.Sent, bed.Messages()[^1].State);
    }

    [Fact]
    public async Task Resend_ACorrectedRequestThatWasSent_HasItsCurrentWords()
    {
        using var bed = new OutboxTestBed();
        var reference = await AcceptCorrectedAsync(bed);
        await bed.DeliverAllAsync();

        await bed.Resend.ResendAsync(reference);
        await bed.DeliverAllAsync();

        var mail = bed.Sender.Mails.Last();
        Assert.Equal($"Consultation request {reference} (corrected)", mail.Subject);
        Assert.Contains("(310) 555-0199", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resend_WhileOneMailIsBeingSent_LeavesItAlone()
    {
        using var bed = new OutboxTestBed();
        var reference = await AcceptCorrectedAsync(bed);
        var claimed = (await bed.Queue.ClaimAsync(CancellationToken.None))!;

        Assert.Equal(new Resent(MadeDue: 1, BeingSent: 1, IsNew: false), await bed.Resend.ResendAsync(reference));
        await bed.Queue.MarkSentAsync(claimed);

        Assert.Equal([(OutboxState.Sent, 1), (OutboxState.Pending, 0)], bed.Messages().Select(StateOf));
    }

    [Fact]
    public async Task Resend_WhileTheOnlyUnsentMailIsBeingSent_DoesNothing()
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync();
        await bed.Queue.ClaimAsync(CancellationToken.None);

        Assert.Equal(new Resent(MadeDue: 0, BeingSent: 1, IsNew: false), await bed.Resend.ResendAsync(reference));

        Assert.Equal((OutboxState.Sending, 1), StateOf(Assert.Single(bed.Messages())));
    }

    [Fact]
    public async Task Resend_AMailWhoseSenderDied_IsDueAtOnce()
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync();
        await bed.Queue.ClaimAsync(CancellationToken.None);
        bed.Time.Advance(OutboxQueue.Lease);

        Assert.Equal(OneMadeDue, await bed.Resend.ResendAsync(reference));

        Assert.Equal(1, await bed.DeliverAllAsync());
    }

    [Fact]
    public async Task Resend_AReceiptThatWaits_StaysAsItIs()
    {
        using var bed = new OutboxTestBed(() => MailOutcome.Sent, () => Later, () => MailOutcome.Sent);
        var reference = await bed.AcceptAsync(form => form.Email = "ada@example.org");
        await bed.DeliverAllAsync();

        Assert.True((await bed.Resend.ResendAsync(reference))!.IsNew);

        Assert.Equal((OutboxState.Pending, 1), StateOf(bed.Messages().Single(message => message.Kind == MailKind.Receipt)));
    }

    [Fact]
    public async Task Resend_AnotherRequest_TouchesOnlyTheOneNamed()
    {
        using var bed = new OutboxTestBed(() => Later);
        var (first, _) = (await bed.AcceptAsync(), await bed.AcceptAsync());
        await bed.DeliverAllAsync();

        await bed.Resend.ResendAsync(first);

        Assert.Equal([0, 1], bed.Messages().Select(message => message.Attempts).Order());
    }

    [Fact]
    public async Task Resend_AnUnknownReference_IsNothing()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync();

        Assert.Null(await bed.Resend.ResendAsync(Reference.New()));
    }

    [Fact]
    public async Task Resend_AtTheMomentAWorkerClaimsTheMail_NeverTakesItAwayFromTheWorker()
    {
        using var bed = new OutboxTestBed();
        for (var round = 0; round < 20; round++)
        {
            var reference = await bed.AcceptAsync();

            await Task.WhenAll(Task.Run(() => bed.Queue.ClaimAsync(CancellationToken.None)), Task.Run(() => bed.Resend.ResendAsync(reference)));
        }

        Assert.All(bed.Messages(), message => Assert.Equal((OutboxState.Sending, 1), StateOf(message)));
    }

    private static async Task<Reference> AcceptCorrectedAsync(OutboxTestBed bed)
    {
        var submission = Guid.NewGuid();
        await bed.AcceptAsync(submission: submission);
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        return await bed.AcceptAsync(form => form.Phone = "(310) 555-0199", submission);
    }

    private static (OutboxState State, int Attempts) StateOf(OutboxMessage message) => (message.State, message.Attempts);
}
