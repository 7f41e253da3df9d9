using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;

namespace FacialParalysisSite.Consultations.Tests.Outbox;

/// <summary>Somebody sets the clock, or it was wrong for a while: no mail is lost, none waits for ever, none comes many times.</summary>
[Trait("Category", "Fault")]
public sealed class ClockJumpTests
{
    private static readonly MailOutcome Failed = new(MailResult.Failed, "421");

    public static TheoryData<int> Jumps => [-366 * 24, -24, -2, 1, 24, 366 * 24];

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Deliver_ANewRequestAfterTheClockWasSet_GoesOutAtOnceAndOnce(int hours)
    {
        using var bed = new OutboxTestBed();
        await bed.DeliverAllAsync();
        await bed.AcceptAsync();

        bed.Time.Jump(TimeSpan.FromHours(hours));

        Assert.Equal(1, await bed.DeliverAllAsync());
        Assert.Equal(OutboxState.Sent, bed.Messages().Single().State);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Deliver_ARetryAfterTheClockWasSet_ComesNoLaterThanItWasToAndNoMoreOften(int hours)
    {
        using var bed = new OutboxTestBed(() => Failed, () => Failed, () => Failed, () => MailOutcome.Sent);
        await bed.AcceptAsync();
        await bed.DeliverAllAsync();

        bed.Time.Jump(TimeSpan.FromHours(hours));
        for (var minute = 0; minute < 12; minute++)
        {
            await bed.DeliverAllAsync();
            bed.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(OutboxState.Sent, bed.Messages().Single().State);
        Assert.Equal(4, bed.Sender.Mails.Count);
        Assert.Single(bed.Sender.Mails.Select(mail => mail.MessageId).Distinct());
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Deliver_AfterTheClockWasSetBackAndForth_GivesNothingUp(int hours)
    {
        using var bed = new OutboxTestBed(() => Failed);
        await bed.AcceptAsync();
        for (var jump = 0; jump < 5; jump++)
        {
            await bed.DeliverAllAsync();
            bed.Time.Jump(TimeSpan.FromHours(jump % 2 == 0 ? hours : -hours));
        }

        var message = bed.Messages().Single();
        Assert.Equal(OutboxState.Pending, message.State);
        Assert.InRange(message.Attempts, 1, 6);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Claim_AMailWhoseSenderDiedBeforeTheClockWasSet_IsHandedOutWithinALease(int hours)
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync();
        var lost = await bed.Queue.ClaimAsync(CancellationToken.None);
        bed.Time.Jump(TimeSpan.FromHours(hours));
        var early = await bed.Queue.ClaimAsync(CancellationToken.None);

        bed.Time.Advance(OutboxQueue.Lease);
        var again = early ?? await bed.Queue.ClaimAsync(CancellationToken.None);

        Assert.Equal(lost!.Message.Id, again?.Message.Id);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Reclaim_AfterTheClockWasSetWhileTheSiteWasDown_SendsEverything(int hours)
    {
        using var bed = new OutboxTestBed(() => Failed, () => MailOutcome.Sent);
        await bed.AcceptAsync();
        await bed.DeliverAllAsync();
        await bed.AcceptAsync();
        await bed.Queue.ClaimAsync(CancellationToken.None);
        bed.Time.Jump(TimeSpan.FromHours(hours));
        await bed.RestartAsync();

        bed.Time.Advance(TimeSpan.FromMinutes(2));
        await bed.DeliverAllAsync();

        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task Deliver_WhileTheClockIsPutRightInSmallSteps_LeavesTheWaitsAlone()
    {
        using var bed = new OutboxTestBed(() => Failed);
        await bed.AcceptAsync();
        await bed.DeliverAllAsync();
        for (var second = 0; second < 50; second++)
        {
            bed.Time.Advance(TimeSpan.FromSeconds(1));
            bed.Time.Jump(TimeSpan.FromMilliseconds(-1));
            await bed.DeliverAllAsync();
        }

        Assert.Single(bed.Sender.Mails);
    }

    [Fact]
    public async Task Accept_AfterTheClockWasSetBack_OwesAReceiptAgain()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync(form => form.Email = "a@example.org");
        bed.Time.Jump(TimeSpan.FromDays(-366));
        await bed.AcceptAsync(form => form.Email = "a@example.org");
        await bed.AcceptAsync(form => form.Email = "a@example.org");

        Assert.Equal(2, bed.Messages().Count(message => message.Kind == MailKind.Receipt));
    }
}
