using FacialParalysisSite.Consultations.Mail;
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
    /// <summary>At most one receipt an address in this time: nobody can use the form to fill a stranger's mailbox.</summary>
    private static readonly TimeSpan ReceiptEvery = TimeSpan.FromHours(24);

    /// <summary>
    /// At most as many receipts in an hour to whomever: a flood of forms with strangers' addresses must not become a flood
    /// of mails to them, for which other servers would refuse the site's mails to the clinic, too.
    /// </summary>
    public const int ReceiptsAnHour = 60;

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
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var (reference, outcome) = await StoreAsync(database, submission, request, isSuspected, cancellationToken);
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
            var known = await database.Requests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == submission, cancellationToken);
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

    private async Task<(Reference Reference, RequestOutcome Outcome)> StoreAsync(
        SiteDatabase database, Guid submission, ConsultationRequest request, bool isSuspected, CancellationToken cancellationToken)
    {
        // Before the transaction: a new key would wait for its write lock.
        var payload = seal.Close(request);

        // The transaction takes the write lock at once, so that two posts of one form cannot both find nothing.
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var known = await database.Requests.FindAsync([submission], cancellationToken);
        if (known is not null && seal.Open(known.Payload) == request)
        {
            return (Reference.Parse(known.Reference)!, RequestOutcome.Repeated);
        }

        var reference = known is null ? Reference.New() : Reference.Parse(known.Reference)!;
        if (known is null)
        {
            database.Requests.Add(new StoredRequest
            {
                Id = submission,
                Reference = reference.Code,
                ReceivedAt = time.GetUtcNow(),
                Payload = payload,
                IsSuspected = isSuspected,
            });
        }
        else
        {
            (known.Payload, known.CorrectedAt, known.IsSuspected) = (payload, time.GetUtcNow(), known.IsSuspected || isSuspected);
            known.WipedAt = null;
        }

        Owe(database, submission, known is null ? MailKind.Request : MailKind.Correction, payload);
        await OweReceiptAsync(database, submission, request.Email, payload, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return (reference, known is null ? RequestOutcome.Accepted : RequestOutcome.Corrected);
    }

    private void Owe(SiteDatabase database, Guid request, MailKind kind, string payload, string? recipientHash = null) =>
        database.Outbox.Add(new OutboxMessage
        {
            Id = Guid.NewGuid(),
            RequestId = request,
            Kind = kind,
            CreatedAt = time.GetUtcNow(),
            Payload = payload,
            NextAttemptAt = time.GetUtcNow(),
            RecipientHash = recipientHash,
        });

    private async Task OweReceiptAsync(SiteDatabase database, Guid request, string? email, string payload, CancellationToken cancellationToken)
    {
        if (email is null)
        {
            return;
        }

        var hash = RecipientHash.Of(email);
        var now = time.GetUtcNow();
        var (day, hour) = (now - ReceiptEvery, now - TimeSpan.FromHours(1));

        // What was owed in the future was owed before the clock was set back.
        if (await database.Outbox.AnyAsync(message => message.RecipientHash == hash && message.CreatedAt > day && message.CreatedAt <= now, cancellationToken))
        {
            return;
        }

        if (await database.Outbox.CountAsync(message => message.Kind == MailKind.Receipt && message.CreatedAt > hour && message.CreatedAt <= now, cancellationToken) >= ReceiptsAnHour)
        {
            log.LogWarning("A receipt is left out, because {Count} came to be owed within an hour", ReceiptsAnHour);
            return;
        }

        Owe(database, request, MailKind.Receipt, payload, hash);
    }
}
