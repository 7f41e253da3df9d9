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
    private readonly MailComposer _composer;

    public OutboxTestBed(params Func<MailOutcome>[] answers)
        : this(["front@clinic.example"], answers)
    {
    }

    public OutboxTestBed(string[] recipients, params Func<MailOutcome>[] answers)
    {
        Sender = new ScriptedSender(answers.Length == 0 ? [() => MailOutcome.Sent] : answers);
        Queue = CreateQueue();
        _composer = new MailComposer(new MailSettings("site@clinic.example", recipients), () => new ClinicContact("The Clinic", "(310) 555-0100", null));
        Backlog = new OutboxBacklog(_database, Time);
        Ledger = new RequestLedger(_database);
        Resend = new OutboxResend(_database, Time);
        Delivery = CreateDelivery();
    }

    public ConsultationMeter Meter { get; } = TestMeter.Create();

    public FakeTime Time { get; } = new();

    public ScriptedSender Sender { get; }

    public OutboxQueue Queue { get; private set; }

    public OutboxDelivery Delivery { get; private set; }

    public KeptLog<OutboxDelivery> Log { get; } = new();

    public OutboxBacklog Backlog { get; }

    public IDbContextFactory<SiteDatabase> Databases => _database;

    public string DatabaseFile => _database.File;

    public RequestLedger Ledger { get; }

    public OutboxResend Resend { get; }

    public async Task<Reference> AcceptAsync(Action<ConsultationForm>? change = null, Guid? submission = null, bool isSuspected = false)
    {
        var desk = new ConsultationDesk(_database, new OutboxSignal(), Meter, Time, NullLogger<ConsultationDesk>.Instance);
        var request = ConsultationRequest.From(TestForm.With(change ?? (_ => { })));
        return (await desk.AcceptAsync(submission ?? Guid.NewGuid(), request, isSuspected, CancellationToken.None)).Reference!;
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

    /// <summary>Ends the program in the midst of everything and starts it again.</summary>
    public async Task RestartAsync()
    {
        Queue = CreateQueue();
        Delivery = CreateDelivery();
        await Queue.ReclaimAsync(CancellationToken.None);
    }

    public void Dispose() => _database.Dispose();

    private OutboxQueue CreateQueue() => new(_database, new DigestPolicy(DigestPolicy.UsualMailsAnHour), Time, NullLogger<OutboxQueue>.Instance);

    private OutboxDelivery CreateDelivery() => new(Queue, _composer, Sender, Meter, Time, Log);
}
