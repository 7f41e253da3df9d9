using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>
/// Takes requests in: the request and the mails owed for it are on the disk, in one transaction, before anybody says
/// "thank you".
/// </summary>
internal sealed class ConsultationDesk(
    IDbContextFactory<SiteDatabase> databases, PayloadSeal seal, OutboxSignal signal, ConsultationMeter meter, TimeProvider time, ILogger<ConsultationDesk> log)
{
    /// <summary>
    /// At most as many receipts in an hour to whomever: a flood of forms with strangers' addresses must not become a flood
    /// of mails to them, for which other servers would refuse the site's mails to the clinic, too.
    /// </summary>
    public const int ReceiptsAnHour = 60;

    /// <summary>Asked at each request, and compiled once.</summary>
    private static readonly Func<SiteDatabase, Guid, Task<StoredRequest?>> KnownAsync =
        EF.CompileAsyncQuery((SiteDatabase database, Guid submission) => database.Requests.AsNoTracking().SingleOrDefault(row => row.Id == submission));

    private readonly RequestIntake _intake = new(databases, new RequestWriter(seal, time, log));

    /// <summary>
    /// Stores a request. The same submission with the same content is the request that is stored already; with other
    /// content it corrects it.
    /// </summary>
    /// <param name="submission">Says which posts come from the same form.</param>
    /// <param name="request">What the person asks.</param>
    /// <param name="isSuspected">Whether a program may have filled in the form.</param>
    /// <param name="cancellationToken">Ends the try before it is stored.</param>
    public async Task<Acceptance> AcceptAsync(Guid submission, ConsultationRequest request, bool isSuspected, CancellationToken cancellationToken)
    {
        try
        {
            // Sealed here, and not in the transaction: a new key would wait for its write lock.
            var (reference, outcome) = await _intake.StoreAsync(new ArrivedRequest(submission, request, seal.Close(request), isSuspected), cancellationToken);
            meter.CountRequest(outcome);
            log.LogInformation("Consultation request {Reference}: {Outcome}", reference, outcome);
            signal.Raise();
            return new Acceptance(reference);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            meter.CountRequest(RequestOutcome.Unavailable);
            log.LogCritical(fault, "A consultation request could not be stored; the person was asked to call");
            return Acceptance.Unavailable;
        }
    }

    /// <summary>Looks for a submission that is stored already with the very same content.</summary>
    /// <returns>Its reference; null where there is none, or where the database does not answer.</returns>
    public async Task<Reference?> FindAsync(Guid submission, ConsultationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var known = await KnownAsync(database, submission);
            if (known is null || seal.Open(known.Payload) != request)
            {
                return null;
            }

            meter.CountRequest(RequestOutcome.Repeated);
            return Reference.Parse(known.Reference);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            return null;
        }
    }
}
