using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Forms;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Consultations.Tests.Metering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace FacialParalysisSite.Web.Tests.Commands;

/// <summary>The database of a site that a test fills and looks into, while programs use it.</summary>
/// <param name="folder">The site's Data:Root.</param>
/// <param name="time">The clock by which requests arrive.</param>
internal sealed class RequestStore(string folder, TimeProvider time) : IDisposable
{
    private readonly SiteDatabases _databases = new(Path.Combine(Directory.CreateDirectory(folder).FullName, "site.db"), TimeProvider.System);
    private readonly PayloadSeal _seal = new(() => null);

    public OutboxQueue Queue => field ??= new OutboxQueue(_databases, _seal, new DigestPolicy(DigestPolicy.UsualMailsAnHour), time, NullLogger<OutboxQueue>.Instance);

    public async Task<Reference> AcceptAsync(Action<ConsultationForm>? change = null, bool isSuspected = false, Guid? submission = null)
    {
        var desk = new ConsultationDesk(_databases, _seal, new OutboxSignal(), TestMeter.Create(), time, NullLogger<ConsultationDesk>.Instance);
        var request = ConsultationRequest.From(TestForm.With(change ?? (_ => { })));
        return (await desk.AcceptAsync(submission ?? Guid.NewGuid(), request, isSuspected, CancellationToken.None)).Reference!;
    }

    /// <summary>Tries to send everything that is due, with this outcome.</summary>
    public async Task DeliverAllAsync(MailOutcome outcome)
    {
        var composer = new MailComposer(new MailSettings("site@clinic.example", ["front@clinic.example"]), () => new ClinicContact("The Clinic", "(310) 555-0100", null));
        var delivery = new OutboxDelivery(Queue, composer, new ScriptedSender(() => outcome), TestMeter.Create(), time, NullLogger<OutboxDelivery>.Instance);
        while (await delivery.DeliverNextAsync(CancellationToken.None))
        {
        }
    }

    public async Task GiveUpAsync()
    {
        while (await Queue.ClaimAsync(CancellationToken.None) is { } mail)
        {
            await Queue.MarkAbandonedAsync(mail);
        }
    }

    public List<OutboxMessage> Messages()
    {
        using var database = _databases.CreateDbContext();
        return [.. database.Outbox.AsNoTracking().OrderBy(message => message.CreatedAt)];
    }

    public void Dispose() => _databases.Dispose();
}
