using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Forms;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Consultations.Tests.Metering;
using FacialParalysisSite.Consultations.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace FacialParalysisSite.Consultations.Tests.Outbox;

/// <summary>Everything from the accepted form to the sender, around a real database.</summary>
internal sealed class OutboxTestBed : IDisposable
{
    private readonly TestDatabase _database = new();

    public OutboxTestBed(params Func<MailOutcome>[] answers)
        : this(["front@clinic.example"], answers)
    {
    }

    public OutboxTestBed(string[] recipients, params Func<MailOutcome>[] answers)
    {
        Sender = new ScriptedSender(answers.Length == 0 ? [() => MailOutcome.Sent] : answers);
        Queue = new OutboxQueue(_database, Time);
        var composer = new MailComposer(new MailSettings("site@clinic.example", recipients), () => new ClinicContact("The Clinic", "(310) 555-0100", null));
        Backlog = new OutboxBacklog(_database, Time);
        Ledger = new RequestLedger(_database);
        Resend = new OutboxResend(_database, Time);
        Delivery = new OutboxDelivery(Queue, composer, Sender, Meter, Time, NullLogger<OutboxDelivery>.Instance);
    }

    public ConsultationMeter Meter { get; } = TestMeter.Create();

    public FakeTime Time { get; } = new();

    public ScriptedSender Sender { get; }

    public OutboxQueue Queue { get; }

    public OutboxDelivery Delivery { get; }

    public OutboxBacklog Backlog { get; }

    public IDbContextFactory<SiteDatabase> Databases => _database;

    public RequestLedger Ledger { get; }

    public OutboxResend Resend { get; }

    public async Task<Reference> AcceptAsync(Action<ConsultationForm>? change = null, Guid? submission = null)
    {
        var desk = new ConsultationDesk(_database, new OutboxSignal(), Meter, Time, NullLogger<ConsultationDesk>.Instance);
        var request = ConsultationRequest.From(TestForm.With(change ?? (_ => { })));
        return (await desk.AcceptAsync(submission ?? Guid.NewGuid(), request, isSuspected: false, CancellationToken.None)).Reference!;
    }

    /// <summary>Sends everything that is due now.</summary>
    public async Task<int> DeliverAllAsync()
    {
        var count = 0;
        while (await Delivery.DeliverNextAsync(CancellationToken.None))
        {
            count++;
        }

        return count;
    }

    public List<OutboxMessage> Messages()
    {
        using var database = _database.CreateDbContext();
        return database.Outbox.AsNoTracking().AsEnumerable().OrderBy(message => message.CreatedAt).ToList();
    }

    public void Dispose() => _database.Dispose();
}
