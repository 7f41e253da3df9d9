using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Consultations.Tests.Outbox;

public sealed class OutboxDeliveryTests
{
    private static readonly MailOutcome Failed = new(MailResult.Failed, "421");
    private static readonly MailOutcome Refused = new(MailResult.Refused, "550");
    private static readonly MailOutcome RecipientRefused = new(MailResult.RecipientRefused, "550");

    [Fact]
    public async Task Deliver_ARequest_SendsEachMailOnce()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync(form => form.Email = "a@example.org");

        Assert.Equal(2, await bed.DeliverAllAsync());
        Assert.Equal(0, await bed.DeliverAllAsync());
        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task Deliver_WhileAReceiptHasWaitedLonger_SendsWhatIsForTheClinicFirst()
    {
        using var bed = new OutboxTestBed(() => MailOutcome.Sent, () => Failed, () => MailOutcome.Sent);
        await bed.AcceptAsync(form => form.Email = "a@example.org");
        await bed.DeliverAllAsync();
        bed.Time.Advance(TimeSpan.FromMinutes(2));
        var reference = await bed.AcceptAsync(form => form.Email = "b@example.org");

        await bed.DeliverAllAsync();

        Assert.Equal($"Consultation request {reference}", bed.Sender.Mails.ElementAt(2).Subject);
        Assert.All(bed.Sender.Mails.Skip(3), mail => Assert.True(mail.IsAutomatic));
    }

    [Fact]
    public async Task Deliver_NothingDue_DoesNothing()
    {
        using var bed = new OutboxTestBed();

        Assert.False(await bed.Delivery.DeliverNextAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Deliver_AFailure_IsTriedAgainLaterWithTheSameMessageId()
    {
        using var bed = new OutboxTestBed(() => Failed, () => MailOutcome.Sent);
        await bed.AcceptAsync();

        Assert.Equal(1, await bed.DeliverAllAsync());
        bed.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await bed.DeliverAllAsync());

        Assert.Equal(OutboxState.Sent, Assert.Single(bed.Messages()).State);
        Assert.Single(bed.Sender.Mails.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(MailResult.Failed)]
    [InlineData(MailResult.Refused)]
    [InlineData(MailResult.RecipientRefused)]
    public async Task Deliver_ToTheClinicWhateverGoesWrong_IsTriedForFiveDaysAndThenKept(MailResult result)
    {
        using var bed = new OutboxTestBed(() => new MailOutcome(result, "550"));
        await bed.AcceptAsync();
        var start = bed.Time.GetUtcNow();

        while (bed.Messages().Single().State == OutboxState.Pending)
        {
            await bed.DeliverAllAsync();
            bed.Time.Advance(TimeSpan.FromMinutes(30));
        }

        Assert.Equal(OutboxState.Abandoned, bed.Messages().Single().State);
        Assert.InRange(bed.Time.GetUtcNow() - start, TimeSpan.FromDays(5), TimeSpan.FromDays(6));
        Assert.InRange(bed.Sender.Mails.Count, 20, 30);
    }

    [Fact]
    public async Task Deliver_AReceiptWhoseAddressIsRefused_IsGivenUpAtOnce()
    {
        using var bed = new OutboxTestBed(() => MailOutcome.Sent, () => RecipientRefused);
        await bed.AcceptAsync(form => form.Email = "a@example.org");

        await bed.DeliverAllAsync();

        Assert.Equal([OutboxState.Sent, OutboxState.Abandoned], bed.Messages().OrderBy(message => message.Kind).Select(message => message.State));
    }

    [Fact]
    public async Task Deliver_AReceiptThatIsRefusedOtherwise_IsTriedAgain()
    {
        using var bed = new OutboxTestBed(() => MailOutcome.Sent, () => Refused);
        await bed.AcceptAsync(form => form.Email = "a@example.org");

        await bed.DeliverAllAsync();

        Assert.Contains(bed.Messages(), message => message is { Kind: MailKind.Receipt, State: OutboxState.Pending });
    }

    [Fact]
    public async Task Deliver_OneMailThatBreaksTheSender_HoldsUpNoOther()
    {
        using var bed = new OutboxTestBed(() => throw new FormatException("bad"), () => MailOutcome.Sent);
        await bed.AcceptAsync();
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        await bed.AcceptAsync();

        Assert.Equal(2, await bed.DeliverAllAsync());

        Assert.Equal([OutboxState.Pending, OutboxState.Sent], bed.Messages().Select(message => message.State));
    }

    [Fact]
    public async Task Claim_AMailWhoseSenderDied_IsHandedOutAgainWhenItsLeaseEnds()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync();
        var lost = await bed.Queue.ClaimAsync(CancellationToken.None);
        Assert.NotNull(lost);
        Assert.Null(await bed.Queue.ClaimAsync(CancellationToken.None));

        bed.Time.Advance(OutboxQueue.Lease);
        var again = await bed.Queue.ClaimAsync(CancellationToken.None);
        Assert.Equal(lost.Message.Id, again?.Message.Id);

        // The first one comes back late: the newer lease decides.
        await bed.Queue.MarkAbandonedAsync(lost);
        Assert.Equal(OutboxState.Sending, bed.Messages().Single().State);
        await bed.Queue.MarkSentAsync(again!);
        Assert.Equal(OutboxState.Sent, bed.Messages().Single().State);
    }

    [Fact]
    public async Task Deliver_ToOneOfTwoClinicAddresses_IsTriedAgainForTheOtherAlone()
    {
        using var bed = new OutboxTestBed(["front@clinic.example", "desk@clinic.example"],
            () => new MailOutcome(MailResult.Sent, "450 for 1 of 2 recipients") { Missed = ["desk@clinic.example"] }, () => MailOutcome.Sent);
        await bed.AcceptAsync();

        await bed.DeliverAllAsync();
        Assert.Equal(OutboxState.Pending, bed.Messages().Single().State);
        bed.Time.Advance(TimeSpan.FromMinutes(2));
        await bed.DeliverAllAsync();

        Assert.Equal(OutboxState.Sent, bed.Messages().Single().State);
        Assert.Equal(["front@clinic.example", "desk@clinic.example"], bed.Sender.Mails.First().To);
        Assert.Equal(["desk@clinic.example"], bed.Sender.Mails.Last().To);
    }

    [Fact]
    public async Task Reclaim_AMailWhoseSenderDied_IsHandedOutAtOnceAndLaterWhenThatHappensAgain()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync();
        Assert.NotNull(await bed.Queue.ClaimAsync(CancellationToken.None));

        await bed.Queue.ReclaimAsync(CancellationToken.None);
        Assert.NotNull(await bed.Queue.ClaimAsync(CancellationToken.None));

        await bed.Queue.ReclaimAsync(CancellationToken.None);
        Assert.Null(await bed.Queue.ClaimAsync(CancellationToken.None));
        bed.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await bed.Queue.ClaimAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Deliver_WhileTheSiteStops_LetsTheMailEndOrPutsItBackUntried()
    {
        using var stopping = new CancellationTokenSource();
        using var bed = new OutboxTestBed(() => MailOutcome.Sent);
        await bed.AcceptAsync();
        bed.Sender.Answer = async _ =>
        {
            await stopping.CancelAsync();
            return MailOutcome.Sent;
        };

        await bed.Delivery.DeliverNextAsync(stopping.Token);
        Assert.Equal(OutboxState.Sent, bed.Messages().Single().State);

        using var stoppingToo = new CancellationTokenSource();
        await bed.AcceptAsync();
        bed.Sender.Answer = async _ =>
        {
            await stoppingToo.CancelAsync();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return MailOutcome.Sent;
        };

        await bed.Delivery.DeliverNextAsync(stoppingToo.Token);
        var message = bed.Messages().Single(message => message.State != OutboxState.Sent);
        Assert.Equal((OutboxState.Pending, 0), (message.State, message.Attempts));
        Assert.True(message.NextAttemptAt <= bed.Time.GetUtcNow());
    }

    [Fact]
    public async Task Deliver_WhileTheDatabaseIsLockedJustAsTheServerTakesAMail_SendsItOnce()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync();
        await using (await LockInTryAsync(bed))
        {
            bed.Time.Advance(OutboxQueue.Lease);
        }

        Assert.Equal(0, await bed.DeliverAllAsync());

        Assert.Equal(OutboxState.Sent, bed.Messages().Single().State);
        Assert.Single(bed.Sender.Mails);
    }

    [Fact]
    public async Task Deliver_WhileTheDatabaseIsLockedAndOneOfTwoAddressesHasAMail_SendsItToTheOtherAlone()
    {
        using var bed = new OutboxTestBed(["front@clinic.example", "desk@clinic.example"],
            () => new MailOutcome(MailResult.Sent, "450 for 1 of 2 recipients") { Missed = ["desk@clinic.example"] }, () => MailOutcome.Sent);
        await bed.AcceptAsync();
        await using (await LockInTryAsync(bed))
        {
            bed.Time.Advance(OutboxQueue.Lease);
        }

        await bed.DeliverAllAsync();
        bed.Time.Advance(TimeSpan.FromMinutes(2));
        await bed.DeliverAllAsync();

        Assert.Equal(OutboxState.Sent, bed.Messages().Single().State);
        Assert.Equal(["desk@clinic.example"], bed.Sender.Mails.Last().To);
        Assert.Equal(2, bed.Sender.Mails.Count);
    }

    [Fact]
    public async Task End_WithATryThatCouldNotBeWrittenDown_WritesItDown()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync();
        Task ending;
        await using (await LockInTryAsync(bed))
        {
            ending = Task.Run(bed.Delivery.EndAsync);
        }

        await ending;
        await bed.RestartAsync();

        Assert.Equal(0, await bed.DeliverAllAsync());
        Assert.Single(bed.Sender.Mails);
    }

    [Fact]
    public async Task Deliver_WhereTimeRunsOutAfterOneOfTwoAddressesHasGotIt_IsTriedAgainForTheOtherAlone()
    {
        using var stopping = new CancellationTokenSource();
        using var bed = new OutboxTestBed(["front@clinic.example", "desk@clinic.example"], () => MailOutcome.Sent);
        await bed.AcceptAsync();
        bed.Sender.Answer = async stop =>
        {
            await stopping.CancelAsync();
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new MailOutcome(MailResult.Sent, "deadline for 1 of 2 recipients") { Missed = ["desk@clinic.example"] };
        };
        await bed.Delivery.DeliverNextAsync(stopping.Token);

        bed.Sender.Answer = null;
        bed.Time.Advance(TimeSpan.FromMinutes(2));
        await bed.DeliverAllAsync();

        Assert.Equal(["desk@clinic.example"], bed.Sender.Mails.Last().To);
    }

    [Fact]
    public async Task Deliver_WhereNobodyKnowsWhichAddressHasMissedIt_IsTriedAgainForAll()
    {
        using var bed = new OutboxTestBed(["front@clinic.example", "desk@clinic.example"],
            () => new MailOutcome(MailResult.Sent, "450 for 1 of 2 recipients") { Missed = ["somebody@elsewhere.example"] }, () => MailOutcome.Sent);
        await bed.AcceptAsync();
        await bed.DeliverAllAsync();
        bed.Time.Advance(TimeSpan.FromMinutes(2));

        await bed.DeliverAllAsync();

        Assert.Equal(2, bed.Sender.Mails.Last().To.Count);
    }

    [Fact]
    public async Task Deliver_AMailThatWasCorrectedBeforeItWasSent_SaysWhatWasWrittenAtFirst()
    {
        using var bed = new OutboxTestBed();
        var submission = Guid.NewGuid();
        await bed.AcceptAsync(form => form.Message = "about my daughter", submission);
        await bed.AcceptAsync(form => form.Message = "about my son", submission);

        await bed.DeliverAllAsync();

        Assert.Contains("about my daughter", bed.Sender.Mails.First().Text, StringComparison.Ordinal);
        Assert.Contains("about my son", bed.Sender.Mails.Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_ManyAtOnce_HandsEachMailOutOnce()
    {
        using var bed = new OutboxTestBed();
        for (var request = 0; request < 10; request++)
        {
            await bed.AcceptAsync();
        }

        var claimed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bed.Queue.ClaimAsync(CancellationToken.None))));

        Assert.Equal(10, claimed.OfType<ClaimedMail>().Select(mail => mail.Message.Id).Distinct().Count());
    }

    /// <summary>Another program locks the database while a mail is with the server, and for longer than anybody waits for it.</summary>
    /// <returns>The lock, which is held until it is disposed of.</returns>
    private static async Task<SqliteConnection> LockInTryAsync(OutboxTestBed bed)
    {
        var other = new SqliteConnection($"Data Source={bed.DatabaseFile};Pooling=False");
        bed.Sender.Answer = async stop =>
        {
            await other.OpenAsync(stop);
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync(stop);
            return bed.Sender.Scripted();
        };
        var fault = await Assert.ThrowsAnyAsync<Exception>(bed.DeliverAllAsync);
        Assert.True(fault.IsOfStorage());
        bed.Sender.Answer = null;
        return other;
    }
}
