using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;

namespace FacialParalysisSite.Consultations.Tests.Outbox;

public sealed class OutboxBacklogTests
{
    private static readonly MailOutcome Failed = new(MailResult.Failed, "421");

    [Fact]
    public async Task Look_AtAnEmptyOutbox_FindsNothing()
    {
        using var bed = new OutboxTestBed();

        Assert.Equal(new ClinicBacklog(0, null, TimeSpan.Zero, 0), await bed.Backlog.LookAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Look_WhileMailsWait_CountsThoseToTheClinicAndFindsTheOldest()
    {
        using var bed = new OutboxTestBed();
        var first = bed.Time.GetUtcNow();
        await bed.AcceptAsync(form => form.Email = "a@example.org");
        bed.Time.Advance(TimeSpan.FromMinutes(3));
        await bed.AcceptAsync();
        await bed.Queue.ClaimAsync(CancellationToken.None);

        Assert.Equal(new ClinicBacklog(2, first, TimeSpan.FromMinutes(3), 0), await bed.Backlog.LookAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Look_AfterEverythingWasSent_FindsNothing()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync(form => form.Email = "a@example.org");
        await bed.DeliverAllAsync();

        Assert.Equal(new ClinicBacklog(0, null, TimeSpan.Zero, 0), await bed.Backlog.LookAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Look_AfterAMailToTheClinicWasGivenUp_CountsItApart()
    {
        using var bed = new OutboxTestBed(() => Failed);
        await bed.AcceptAsync();
        while (bed.Messages().Single().State == OutboxState.Pending)
        {
            await bed.DeliverAllAsync();
            bed.Time.Advance(TimeSpan.FromHours(12));
        }

        Assert.Equal(new ClinicBacklog(0, null, TimeSpan.Zero, 1), await bed.Backlog.LookAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Look_AfterOnlyAReceiptWasGivenUp_FindsNothing()
    {
        using var bed = new OutboxTestBed(() => MailOutcome.Sent, () => new MailOutcome(MailResult.RecipientRefused, "550"));
        await bed.AcceptAsync(form => form.Email = "a@example.org");
        await bed.DeliverAllAsync();

        Assert.Contains(bed.Messages(), message => message.State == OutboxState.Abandoned);
        Assert.Equal(new ClinicBacklog(0, null, TimeSpan.Zero, 0), await bed.Backlog.LookAsync(CancellationToken.None));
    }
}
