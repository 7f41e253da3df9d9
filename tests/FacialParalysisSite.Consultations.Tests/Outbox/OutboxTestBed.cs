using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Consultations.Sealing;
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
    private readonly PayloadSeal _seal;
    private readonly ClockTrust _trust;

    public OutboxTestBed(params Func<MailOutcome>[] answers)
        : this(["front@clinic.example"], answers)
    {
    }

    public OutboxTestBed(string[] recipients, params Func<MailOutcome>[] answers)
        : this(recipients, new PayloadSeal(() => null), answers)
    {
    }

    public OutboxTestBed(string[] recipients, PayloadSeal seal, params Func<MailOutcome>[] answers)
    {
        _seal = seal;
        Sender = new ScriptedSender(answers.Length == 0 ? [() => MailOutcome.Sent] : answers);
        Queue = CreateQueue();
        _composer = new MailComposer(new MailSettings("site@clinic.example", recipients), () => new ClinicContact("The Clinic", "(310) 555-0100", null));
        Backlog = new OutboxBacklog(_database, Time);
        Ledger = new RequestLedger(_database, _seal);
        Resend = new OutboxResend(_database, Time);
        _trust = new ClockTrust(Time, ClockLog);
        Delivery = CreateDelivery();
    }

    public ConsultationMeter Meter { get; } = TestMeter.Create();

    public FakeTime Time { get; } = new();

    public ScriptedSender Sender { get; }

    public OutboxQueue Queue { get; private set; }

    public OutboxDelivery Delivery { get; private set; }

    public OutboxBacklog Backlog { get; }

    public IDbContextFactory<SiteDatabase> Databases => _database;

    public string DatabaseFile => _database.File;

    public KeptLog<OutboxQueue> Log { get; } = new();

    public KeptLog<ClockTrust> ClockLog { get; } = new();

    public UnopenedMails Unopened => new(_database, _seal);

    public RequestPurge Purge => new(_database, Time);

    public RequestExport Export => new(_database, _seal, Time);

    /// <summary>The database's folder.</summary>
    public string Folder => Path.GetDirectoryName(_database.File)!;

    /// <summary>Keeps what was delivered for thirty days.</summary>
    /// <param name="seal">Another seal than everything before had.</param>
    /// <param name="trust">Another judge of the clock than the one that has watched it since the beginning.</param>
    public PayloadRetention Retention(PayloadSeal? seal = null, ClockTrust? trust = null) => new(_database, seal ?? _seal, Time, trust ?? _trust, TimeSpan.FromDays(30));

    public RequestLedger Ledger { get; }

    public OutboxResend Resend { get; }

    public async Task<Reference> AcceptAsync(Action<ConsultationForm>? change = null, Guid? submission = null, bool isSuspected = false)
    {
        var desk = new ConsultationDesk(_database, _seal, new OutboxSignal(), Meter, Time, NullLogger<ConsultationDesk>.Instance);
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

    public void Change(Action<SiteDatabase> change)
    {
        using var database = _database.CreateDbContext();
        change(database);
        database.SaveChanges();
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

    private OutboxQueue CreateQueue() => new(_database, _seal, new DigestPolicy(DigestPolicy.UsualMailsAnHour), Time, Log);

    private OutboxDelivery CreateDelivery() => new(Queue, _composer, Sender, Meter, Time, NullLogger<OutboxDelivery>.Instance);
}
