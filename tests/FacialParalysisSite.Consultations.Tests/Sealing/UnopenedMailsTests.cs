using System.Text;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Tests.Outbox;
using Microsoft.AspNetCore.DataProtection;

namespace FacialParalysisSite.Consultations.Tests.Sealing;

public sealed class UnopenedMailsTests
{
    private const int Many = 250;

    [Fact]
    public async Task Find_InALongBacklog_OpensEachTextOnceAndTriesTheDamagedOnesAgain()
    {
        var keys = new CountingProtector();
        using var bed = new OutboxTestBed(["front@clinic.example"], new PayloadSeal(() => keys), () => new MailOutcome(MailResult.Failed, "421"));
        for (var request = 0; request < Many; request++)
        {
            await bed.AcceptAsync();
        }

        var damaged = bed.Messages()[7].Id;
        bed.Change(database => database.Outbox.Single(message => message.Id == damaged).Payload = PayloadSeal.Mark + "damaged");
        var unopened = bed.Unopened;

        Assert.Equal([damaged], await unopened.FindAsync(CancellationToken.None));
        Assert.Equal(Many - 1, keys.Opened);

        Assert.Equal([damaged], await unopened.FindAsync(CancellationToken.None));
        Assert.Equal(Many - 1, keys.Opened);
    }

    [Fact]
    public async Task Find_AfterTheKeysHaveChanged_OpensEverythingAgain()
    {
        IDataProtector keys = new CountingProtector();
        using var bed = new OutboxTestBed(["front@clinic.example"], new PayloadSeal(() => keys), () => MailOutcome.Sent);
        await bed.AcceptAsync();
        var unopened = bed.Unopened;
        Assert.Equal(0, await unopened.CountAsync(CancellationToken.None));

        keys = new EphemeralDataProtectionProvider().CreateProtector("others");

        Assert.Equal(1, await unopened.CountAsync(CancellationToken.None));
    }

    private sealed class CountingProtector : IDataProtector
    {
        public int Opened { get; private set; }

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => [.. "counted"u8, .. plaintext];

        public byte[] Unprotect(byte[] protectedData)
        {
            Opened++;
            return protectedData[Encoding.UTF8.GetByteCount("counted")..];
        }
    }
}
