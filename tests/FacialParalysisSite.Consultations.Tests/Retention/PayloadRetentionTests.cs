using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Consultations.Tests.Outbox;
using FacialParalysisSite.Consultations.Tests.Sealing;
using FacialParalysisSite.Consultations.Tests.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Consultations.Tests.Retention;

public sealed class PayloadRetentionTests
{
    private const string Planted = "Zq7Planted";

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [Fact]
    public async Task Wipe_ADeliveredRequest_HappensOnItsDateAndLeavesReferenceAndTimes()
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync(form => form.Email = "a@example.org");
        await bed.DeliverAllAsync();
        var sent = bed.Messages()[0].SentAt;

        bed.Time.Advance(Month - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await bed.Retention().WipeAsync(CancellationToken.None));
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await bed.Retention().WipeAsync(CancellationToken.None));
        Assert.Equal(0, await bed.Retention().WipeAsync(CancellationToken.None));

        var file = await bed.Ledger.FindAsync(reference);
        Assert.Equal((reference.Code, bed.Time.GetUtcNow()), (file!.Entry.Reference, file.Entry.WipedAt));
        Assert.Empty(file.Texts);
        Assert.All(bed.Messages(), message => Assert.Equal(("", null, OutboxState.Sent, sent), (message.Payload, message.RecipientHash, message.State, message.SentAt)));
        Assert.Equal(file.Entry.WipedAt, (await bed.Resend.ResendAsync(reference))!.WipedAt);
        Assert.Equal(0, await bed.DeliverAllAsync());
    }

    [Theory]
    [InlineData(nameof(OutboxState.Pending))]
    [InlineData(nameof(OutboxState.Sending))]
    [InlineData(nameof(OutboxState.Abandoned))]
    public async Task Wipe_ARequestThatTheClinicHasNotGot_NeverHappens(string state)
    {
        using var bed = new OutboxTestBed();
        var submission = Guid.NewGuid();
        await bed.AcceptAsync(submission: submission);
        await bed.DeliverAllAsync();
        await bed.AcceptAsync(form => form.Message = "Corrected", submission);
        bed.Change(database => database.Outbox.Single(message => message.Kind == MailKind.Correction).State = Enum.Parse<OutboxState>(state));

        bed.Time.Advance(100 * Month);

        Assert.Equal(0, await bed.Retention().WipeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Wipe_ARequestOfWhichOneOfTwoAddressesIsDead_HappensAfterTheDaysSinceItWasGivenUp()
    {
        using var bed = await GivenUpAsync(new MailOutcome(MailResult.Sent, "550 for 1 of 2 recipients") { Missed = ["desk@clinic.example"] });

        bed.Time.Advance(Month - TimeSpan.FromHours(1));
        Assert.Equal(0, await bed.Retention().WipeAsync(CancellationToken.None));
        bed.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await bed.Retention().WipeAsync(CancellationToken.None));
        await bed.Retention().EraseAsync(CancellationToken.None);

        Assert.Equal([], PlantedText.FilesWith(bed.Folder, Planted));
        Assert.Null(await bed.Backlog.FindAbandonedAsync(1, CancellationToken.None));
    }

    [Fact]
    public async Task Wipe_ARequestThatNoAddressHasGot_NeverHappens()
    {
        using var bed = await GivenUpAsync(new MailOutcome(MailResult.RecipientRefused, "550"));

        bed.Time.Advance(100 * Month);

        Assert.Equal(0, await bed.Retention().WipeAsync(CancellationToken.None));
        Assert.Equal(1, (await bed.Backlog.FindAbandonedAsync(1, CancellationToken.None))!.Count);
    }

    [Fact]
    public async Task Wipe_ARequestGivenUpWhileTheClockWasYearsAhead_IsKeptForItsDaysAndNoLonger()
    {
        using var bed = await GivenUpAsync(new MailOutcome(MailResult.Sent, "550 for 1 of 2 recipients") { Missed = ["desk@clinic.example"] });
        bed.Change(database => database.Outbox.Single().NextAttemptAt = bed.Time.GetUtcNow().AddYears(50));

        Assert.Equal(0, await bed.Retention().WipeAsync(CancellationToken.None));
        bed.Time.Advance(Month);
        Assert.Equal(1, await bed.Retention().WipeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Wipe_ARequestThatWasSentAgain_CountsFromThen()
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync();
        await bed.DeliverAllAsync();
        bed.Time.Advance(TimeSpan.FromDays(20));
        await bed.Resend.ResendAsync(reference);
        await bed.DeliverAllAsync();

        bed.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await bed.Retention().WipeAsync(CancellationToken.None));
        bed.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await bed.Retention().WipeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Wipe_AReceiptThatNeverWentOut_WithdrawsIt()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync(form => form.Email = "a@example.org");
        await bed.DeliverAllAsync();
        bed.Change(database => database.Outbox.Single(message => message.Kind == MailKind.Receipt).State = OutboxState.Pending);

        bed.Time.Advance(Month);

        Assert.Equal(1, await bed.Retention().WipeAsync(CancellationToken.None));
        Assert.Equal(OutboxState.Withdrawn, Assert.Single(bed.Messages(), message => message.Kind == MailKind.Receipt).State);
        Assert.Equal(0, await bed.DeliverAllAsync());
    }

    [Fact]
    public async Task Wipe_ARequestSentWhileTheClockWasYearsAhead_IsKeptForItsDaysAndNoLonger()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync();
        await bed.DeliverAllAsync();
        bed.Change(database => database.Outbox.Single().SentAt = bed.Time.GetUtcNow().AddYears(50));

        bed.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await bed.Retention().WipeAsync(CancellationToken.None));
        bed.Time.Advance(Month);
        Assert.Equal(1, await bed.Retention().WipeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Accept_TheSameFormAfterItWasWiped_IsKeptAndSentAgain()
    {
        using var bed = new OutboxTestBed();
        var submission = Guid.NewGuid();
        var first = await bed.AcceptAsync(submission: submission);
        await bed.DeliverAllAsync();
        bed.Time.Advance(Month);
        await bed.Retention().WipeAsync(CancellationToken.None);

        Assert.Equal(first, await bed.AcceptAsync(submission: submission));

        Assert.Equal(1, await bed.DeliverAllAsync());
        Assert.NotEmpty((await bed.Ledger.FindAsync(first))!.Texts);
        Assert.Equal(0, await bed.Retention().WipeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Erase_WhileSomebodyReads_IsTriedAgain()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync(form => form.Message = Planted);
        await bed.DeliverAllAsync();
        bed.Time.Advance(Month);
        await using (var reader = new SqliteConnection($"Data Source={Path.Combine(bed.Folder, "site.db")};Pooling=False"))
        {
            await reader.OpenAsync();
            await using var read = reader.CreateCommand();
            read.CommandText = "BEGIN; SELECT * FROM Requests";
            await (await read.ExecuteReaderAsync()).ReadAsync();

            Assert.Equal(1, await bed.Retention().WipeAsync(CancellationToken.None));
            Assert.False(await bed.Retention().EraseAsync(CancellationToken.None));
        }

        Assert.True(await bed.Retention().EraseAsync(CancellationToken.None));
        Assert.Equal([], PlantedText.FilesWith(bed.Folder, Planted));
    }

    [Fact]
    public async Task Seal_WhatWasStoredBeforeThereWasACertificate_LeavesNoPlainWordInAnyFile()
    {
        using var bed = new OutboxTestBed();
        var submission = Guid.NewGuid();
        await bed.AcceptAsync(form => form.Message = Planted, submission);
        var reference = await bed.AcceptAsync(form => form.Message = Planted + "Corrected", submission);
        var seal = TestSeal.With(new EphemeralDataProtectionProvider());

        await bed.Retention(seal).SealAsync(CancellationToken.None);
        await bed.Retention(seal).EraseAsync(CancellationToken.None);

        Assert.Equal([], PlantedText.FilesWith(bed.Folder, Planted));
        Assert.All(bed.Messages(), message => Assert.Contains(Planted, seal.Open(message.Payload)!.Message!, StringComparison.Ordinal));
        Assert.Equal(3, (await bed.Ledger.FindAsync(reference))!.Unopened);
    }

    [Fact]
    public async Task Purge_ADeliveredRequest_LeavesNothingInAnyFileAndALineInTheAudit()
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync(form => (form.Message, form.Email) = (Planted, Planted + "@example.org"));
        await bed.DeliverAllAsync();

        Assert.Equal(PurgeResult.Purged, await bed.Purge.PurgeAsync(reference, evenUndelivered: false));
        Assert.Equal(PurgeResult.WipedBefore, await bed.Purge.PurgeAsync(reference, evenUndelivered: false));

        Assert.Equal([], PlantedText.FilesWith(bed.Folder, Planted));
        var entry = (await bed.Ledger.FindAsync(reference))!.Entry;
        Assert.Equal((bed.Time.GetUtcNow(), false), (Assert.Single(entry.Audit).At, entry.IsWaiting));
    }

    [Fact]
    public async Task Purge_AnUndeliveredRequest_NeedsToBeSaidAndWithdrawsItsMails()
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync(form => form.Message = Planted);

        Assert.Equal(PurgeResult.Undelivered, await bed.Purge.PurgeAsync(reference, evenUndelivered: false));
        var claimed = await bed.Queue.ClaimAsync(CancellationToken.None);
        Assert.Equal(PurgeResult.BeingSent, await bed.Purge.PurgeAsync(reference, evenUndelivered: true));
        await bed.Queue.MarkAbandonedAsync(claimed!);
        Assert.Equal(PurgeResult.Purged, await bed.Purge.PurgeAsync(reference, evenUndelivered: true));

        Assert.Equal([], PlantedText.FilesWith(bed.Folder, Planted));
        Assert.Equal(0, await bed.DeliverAllAsync());
        Assert.Equal(new ClinicBacklog(Waiting: 0, OldestSince: null, Age: TimeSpan.Zero, Abandoned: 0), await bed.Backlog.LookAsync(CancellationToken.None));
        Assert.Equal(0, await bed.Unopened.CountAsync(CancellationToken.None));
        Assert.Empty((await bed.Ledger.ListAsync(onlyWaiting: true, 10)).Entries);
    }

    [Fact]
    public async Task Export_ARequest_HasEverythingThatIsKeptAndALineInTheAudit()
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync(form => form.Message = "Grüße " + Planted);
        await bed.DeliverAllAsync();

        var json = await bed.Export.ExportAsync(reference);

        Assert.Contains(reference.Code, json, StringComparison.Ordinal);
        Assert.Equal(2, json!.Split("Grüße " + Planted).Length - 1);
        Assert.Contains("\"action\": \"Exported\"", json, StringComparison.Ordinal);
        Assert.Single((await bed.Ledger.FindAsync(reference))!.Entry.Audit);
    }

    /// <summary>An outbox with a request for two addresses that the mail server has answered in one way until it was given up, just now.</summary>
    private static async Task<OutboxTestBed> GivenUpAsync(MailOutcome answer)
    {
        var bed = new OutboxTestBed(["front@clinic.example", "desk@clinic.example"]);
        bed.Sender.Answer = _ => Task.FromResult(answer);
        await bed.AcceptAsync(form => form.Message = Planted);
        while (bed.Messages()[0].State != OutboxState.Abandoned)
        {
            bed.Time.Advance(bed.Messages()[0].NextAttemptAt - bed.Time.GetUtcNow());
            Assert.Equal(1, await bed.DeliverAllAsync());
        }

        return bed;
    }
}
