using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Tests.Outbox;

/// <summary>Mails whose key is missing for a time.</summary>
[Trait("Category", "Fault")]
public sealed class UnopenedMailTests : IDisposable
{
    private readonly IDataProtector _first = new EphemeralDataProtectionProvider().CreateProtector("first");
    private readonly IDataProtector _second = new EphemeralDataProtectionProvider().CreateProtector("second");
    private readonly ChangingProtector _keys = new();
    private readonly OutboxTestBed _bed;

    public UnopenedMailTests()
    {
        _keys.Present = _first;
        _bed = new OutboxTestBed(["front@clinic.example"], new PayloadSeal(() => _keys), () => MailOutcome.Sent);
    }

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Deliver_AMailThatCannotBeOpened_HoldsUpNoOtherAndIsSentOnceItsKeyIsBack()
    {
        var lost = await _bed.AcceptAsync();
        _keys.Present = _second;
        await _bed.AcceptAsync();

        Assert.Equal(1, await _bed.DeliverAllAsync());
        Assert.Equal(1, await _bed.Unopened.CountAsync(CancellationToken.None));

        // Longer than any mail is tried.
        for (var day = 0; day < 30; day++)
        {
            _bed.Time.Advance(TimeSpan.FromDays(1));
            Assert.Equal(0, await _bed.DeliverAllAsync());
        }

        var error = Assert.Single(_bed.Log.Lines);
        Assert.Equal(LogLevel.Error, error.Level);
        Assert.Contains($"Mail Request of {lost} cannot be opened", error.Text, StringComparison.Ordinal);

        _keys.Present = _first;
        _bed.Time.Advance(OutboxQueue.UnopenedWait);
        Assert.Equal(0, await _bed.Unopened.CountAsync(CancellationToken.None));
        Assert.Equal(1, await _bed.DeliverAllAsync());
        Assert.All(_bed.Messages(), message => Assert.Equal((OutboxState.Sent, 1), (message.State, message.Attempts)));
    }

    [Fact]
    public async Task Deliver_ADigestOfWhichSomeCannotBeOpened_SendsTheRestAndThoseOnceTheirKeyIsBack()
    {
        await FloodAsync(lost: 3, others: 5);

        await _bed.DeliverAllAsync();

        Assert.Equal("5 consultation requests in one mail", _bed.Sender.Mails.Last().Subject);
        Assert.Equal(3, _bed.Messages().Count(message => message is { State: OutboxState.Pending, Attempts: 0, MailId: null }));
        Assert.Equal(3, _bed.Log.Lines.Count);
        Assert.All(_bed.Log.Lines, line => Assert.Contains(" cannot be opened", line.Text, StringComparison.Ordinal));

        _keys.Present = _first;
        _bed.Time.Advance(OutboxQueue.UnopenedWait);
        await _bed.DeliverAllAsync();

        Assert.Equal("3 consultation requests in one mail", _bed.Sender.Mails.Last().Subject);
        Assert.All(_bed.Messages(), message => Assert.Equal((OutboxState.Sent, 1), (message.State, message.Attempts)));
        Assert.Equal(DigestPolicy.UsualMailsAnHour + 2, _bed.Sender.Mails.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Deliver_ADigestWhoseKeyIsLostBetweenTwoTries_SendsTheRestAsTheSameMailAndTheLostUnderAnother()
    {
        _keys.Present = _second;
        await FloodAsync(lost: 0, others: 4);
        _bed.Sender.Answer = _ => Task.FromResult(new MailOutcome(MailResult.Failed, "421"));
        await _bed.DeliverAllAsync();
        var tried = _bed.Sender.Mails.Last();
        var lost = _bed.Messages().First(message => message.State == OutboxState.Pending);
        var written = lost.Payload;
        _bed.Change(database => database.Outbox.Single(message => message.Id == lost.Id).Payload = PayloadSeal.Mark + "damaged");

        _bed.Sender.Answer = _ => Task.FromResult(MailOutcome.Sent);
        _bed.Time.Advance(TimeSpan.FromMinutes(2));
        await _bed.DeliverAllAsync();
        Assert.Equal((tried.MessageId, "3 consultation requests in one mail"), (_bed.Sender.Mails.Last().MessageId, _bed.Sender.Mails.Last().Subject));

        _bed.Change(database => database.Outbox.Single(message => message.Id == lost.Id).Payload = written);
        _bed.Time.Advance(OutboxQueue.UnopenedWait);
        await _bed.DeliverAllAsync();

        Assert.Equal($"{lost.Id:N}@clinic.example", _bed.Sender.Mails.Last().MessageId);
        Assert.All(_bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task Deliver_APartOfADigestThatOneAddressHasAndThatCannotBeOpened_IsNeverGatheredWithOthers()
    {
        using var bed = new OutboxTestBed(["front@clinic.example", "desk@clinic.example"], new PayloadSeal(() => null));
        for (var request = 0; request < DigestPolicy.UsualMailsAnHour; request++)
        {
            await bed.AcceptAsync();
        }

        await bed.DeliverAllAsync();
        var lost = await bed.AcceptAsync();
        await bed.AcceptAsync();
        bed.Time.Advance(DigestPolicy.GatheringTime);
        bed.Sender.Answer = _ => Task.FromResult(new MailOutcome(MailResult.Sent, "450 for 1 of 2 recipients") { Missed = ["desk@clinic.example"] });
        await bed.DeliverAllAsync();
        await bed.Resend.ResendAsync(lost);
        var (id, written) = bed.Messages().Where(message => message is { State: OutboxState.Pending, Attempts: 0 }).Select(message => (message.Id, message.Payload)).Single();
        bed.Change(database => database.Outbox.Single(message => message.Id == id).Payload = "damaged");
        bed.Sender.Answer = null;
        await bed.DeliverAllAsync();

        await bed.AcceptAsync();
        bed.Change(database => database.Outbox.Single(message => message.Id == id).Payload = written);
        bed.Time.Advance(DigestPolicy.GatheringTime);
        await bed.DeliverAllAsync();

        var mail = Assert.Single(bed.Sender.Mails, mail => mail.Subject == $"Consultation request {lost}");
        Assert.Equal(["desk@clinic.example"], mail.To);
        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task Deliver_WhileManyCannotBeOpened_LeavesTheMailsOfTheHourToTheOthers()
    {
        await AcceptAsync(2 * DigestPolicy.UsualMailsAnHour);
        _keys.Present = _second;
        await _bed.DeliverAllAsync();

        var reference = await _bed.AcceptAsync();
        Assert.Equal(1, await _bed.DeliverAllAsync());

        Assert.Equal($"Consultation request {reference}", Assert.Single(_bed.Sender.Mails).Subject);
    }

    [Fact]
    public async Task Deliver_WhileManyThatWereTriedCannotBeOpened_LeavesTheMailsOfTheHourToTheOthers()
    {
        await AcceptAsync(DigestPolicy.UsualMailsAnHour);
        _bed.Sender.Answer = _ => Task.FromResult(new MailOutcome(MailResult.Failed, "421"));
        await _bed.DeliverAllAsync();
        _keys.Present = _second;
        _bed.Sender.Answer = null;
        _bed.Time.Advance(TimeSpan.FromHours(2));
        await _bed.DeliverAllAsync();

        var reference = await _bed.AcceptAsync();
        Assert.Equal(1, await _bed.DeliverAllAsync());

        Assert.Equal($"Consultation request {reference}", _bed.Sender.Mails.Last().Subject);
    }

    [Fact]
    public async Task Restart_WhileAMailCannotBeOpened_DoesNotTakeItsWaitForASettingOfTheClock()
    {
        await _bed.AcceptAsync();
        _keys.Present = _second;
        await _bed.DeliverAllAsync();

        await _bed.RestartAsync();
        await _bed.DeliverAllAsync();

        Assert.DoesNotContain(_bed.Log.Lines, line => line.Text.Contains("clock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retention_ARequestThatCannotBeOpened_IsNeverWiped()
    {
        await _bed.AcceptAsync();
        _keys.Present = _second;
        await _bed.DeliverAllAsync();
        _bed.Time.Advance(TimeSpan.FromDays(1000));

        Assert.Equal(0, await _bed.Retention().WipeAsync(CancellationToken.None));

        _keys.Present = _first;
        Assert.Equal(1, await _bed.DeliverAllAsync());
    }

    [Fact]
    public async Task Accept_ARepeatOfARequestThatCannotBeOpened_IsStoredAsACorrection()
    {
        var submission = Guid.NewGuid();
        var first = await _bed.AcceptAsync(submission: submission);
        _keys.Present = _second;

        Assert.Equal(first, await _bed.AcceptAsync(submission: submission));

        Assert.Equal([MailKind.Request, MailKind.Correction], _bed.Messages().Select(message => message.Kind).Order());
    }

    [Fact]
    public async Task Show_ARequestThatCannotBeOpened_SaysSo()
    {
        var reference = await _bed.AcceptAsync();
        _keys.Present = _second;

        var file = await _bed.Ledger.FindAsync(reference);

        Assert.Equal((0, 2), (file!.Texts.Count, file.Unopened));
    }

    /// <summary>After the single mails of the hour, requests that have gathered: some under the key that is there, some under one that is lost.</summary>
    private async Task FloodAsync(int lost, int others)
    {
        await AcceptAsync(DigestPolicy.UsualMailsAnHour);
        await _bed.DeliverAllAsync();
        _bed.Time.Advance(TimeSpan.FromMinutes(1));
        await AcceptAsync(lost);
        _keys.Present = _second;
        await AcceptAsync(others);
        _bed.Time.Advance(DigestPolicy.GatheringTime);
    }

    private async Task AcceptAsync(int count)
    {
        for (var request = 0; request < count; request++)
        {
            await _bed.AcceptAsync();
        }
    }

    private sealed class ChangingProtector : IDataProtector
    {
        public IDataProtector Present { get; set; } = null!;

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => Present.Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => Present.Unprotect(protectedData);
    }
}
