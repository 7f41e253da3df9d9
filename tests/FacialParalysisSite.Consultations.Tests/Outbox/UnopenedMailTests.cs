using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Tests.Outbox;

/// <summary>Mails whose key is missing for a time.</summary>
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

    private sealed class ChangingProtector : IDataProtector
    {
        public IDataProtector Present { get; set; } = null!;

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => Present.Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => Present.Unprotect(protectedData);
    }
}
