using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Tests.Outbox;

namespace FacialParalysisSite.Consultations.Tests.Requests;

public sealed class RequestLedgerTests
{
    private static readonly MailOutcome Later = new(MailResult.Failed, "451");

    [Fact]
    public async Task List_SeveralRequests_AreTheNewestFirstWithTheirMails()
    {
        using var bed = new OutboxTestBed(() => MailOutcome.Sent, () => Later);
        var old = await AcceptAsync(bed, email: "ada@example.org");
        await bed.DeliverAllAsync();
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        var young = await AcceptAsync(bed);

        var page = await bed.Ledger.ListAsync(onlyWaiting: false, limit: 10);

        Assert.Equal(2, page.Total);
        Assert.Equal([young.Code, old.Code], page.Entries.Select(entry => entry.Reference));
        Assert.Equal([(MailKind.Request, OutboxState.Sent, 1), (MailKind.Receipt, OutboxState.Pending, 1)],
            page.Entries[1].Mails.Select(mail => (mail.Kind, mail.State, mail.Attempts)));
        Assert.Equal((OutboxState.Pending, 0), (page.Entries[0].Mails[0].State, page.Entries[0].Mails[0].Attempts));
    }

    [Fact]
    public async Task List_MoreThanTheLimit_AreTheNewestAndHowManyThereAre()
    {
        using var bed = new OutboxTestBed();
        await AcceptAsync(bed, email: "ada@example.org");
        await AcceptAsync(bed, email: "bob@example.org");
        var newest = await AcceptAsync(bed, email: "cy@example.org");

        var page = await bed.Ledger.ListAsync(onlyWaiting: false, limit: 1);

        Assert.Equal(3, page.Total);
        var entry = Assert.Single(page.Entries);
        Assert.Equal((newest.Code, 2), (entry.Reference, entry.Mails.Count));
    }

    [Fact]
    public async Task List_OnlyWaiting_LeavesOutWhatTheClinicHasGot()
    {
        using var bed = new OutboxTestBed(() => MailOutcome.Sent, () => Later);
        await AcceptAsync(bed, email: "ada@example.org");
        await bed.DeliverAllAsync();
        var (waiting, beingSent) = (await AcceptAsync(bed), await AcceptAsync(bed));
        await bed.Queue.ClaimAsync(CancellationToken.None);

        var page = await bed.Ledger.ListAsync(onlyWaiting: true, limit: 10);

        Assert.Equal(2, page.Total);
        Assert.Equal([beingSent.Code, waiting.Code], page.Entries.Select(entry => entry.Reference));
        Assert.All(page.Entries, entry => Assert.True(entry.IsWaiting));
    }

    [Fact]
    public async Task List_NoRequests_IsEmpty()
    {
        using var bed = new OutboxTestBed();

        var page = await bed.Ledger.ListAsync(onlyWaiting: false, limit: 10);

        Assert.Equal((0, 0), (page.Entries.Count, page.Total));
    }

    [Fact]
    public async Task Find_ARequest_HasWhatItsMailSays()
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync(form => (form.Email, form.Message) = ("ada@example.org", "First line\nSecond line"));
        await bed.DeliverAllAsync();

        var file = (await bed.Ledger.FindAsync(reference))!;

        Assert.Equal([bed.Sender.Mails.Single(mail => !mail.IsAutomatic).Text.ReplaceLineEndings()], file.Texts);
        Assert.Equal(2, file.Entry.Mails.Count);
    }

    [Fact]
    public async Task Find_ACorrectedRequestThatWasResent_HasEachWordingOnce()
    {
        using var bed = new OutboxTestBed();
        var submission = Guid.NewGuid();
        await bed.AcceptAsync(submission: submission);
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        var reference = await bed.AcceptAsync(form => form.Name = "Another Patient", submission);
        await bed.DeliverAllAsync();
        await bed.Resend.ResendAsync(reference);

        var file = (await bed.Ledger.FindAsync(reference))!;

        Assert.Equal(bed.Sender.Mails.Select(mail => mail.Text.ReplaceLineEndings()), file.Texts);
        Assert.Contains("Another Patient", file.Texts[1], StringComparison.Ordinal);
        Assert.Equal(3, file.Entry.Mails.Count);
    }

    [Fact]
    public async Task Find_AnUnknownReference_IsNothing()
    {
        using var bed = new OutboxTestBed();
        await AcceptAsync(bed);

        Assert.Null(await bed.Ledger.FindAsync(Reference.New()));
    }

    private static async Task<Reference> AcceptAsync(OutboxTestBed bed, string? email = null)
    {
        var reference = await bed.AcceptAsync(form => form.Email = email);
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        return reference;
    }
}
