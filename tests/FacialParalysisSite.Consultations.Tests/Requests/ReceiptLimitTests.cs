using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Tests.Outbox;

namespace FacialParalysisSite.Consultations.Tests.Requests;

/// <summary>Nobody can use the site to fill the mailboxes of strangers.</summary>
public sealed class ReceiptLimitTests
{
    [Fact]
    public async Task Accept_AFloodWithOthersAddresses_OwesTheClinicAllAndStrangersFew()
    {
        using var bed = new OutboxTestBed();
        for (var stranger = 0; stranger < ConsultationDesk.ReceiptsAnHour + 10; stranger++)
        {
            await bed.AcceptAsync(form => form.Email = $"stranger{stranger}@example.org");
        }

        Assert.Equal(ConsultationDesk.ReceiptsAnHour + 10, bed.Messages().Count(message => message.Kind == MailKind.Request));
        Assert.Equal(ConsultationDesk.ReceiptsAnHour, bed.Messages().Count(message => message.Kind == MailKind.Receipt));

        bed.Time.Advance(TimeSpan.FromHours(1));
        await bed.AcceptAsync(form => form.Email = "ada@example.org");
        Assert.Equal(ConsultationDesk.ReceiptsAnHour + 1, bed.Messages().Count(message => message.Kind == MailKind.Receipt));
    }
}
