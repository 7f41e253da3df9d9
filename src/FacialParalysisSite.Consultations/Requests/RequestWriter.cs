using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>Writes requests and the mails that are owed for them.</summary>
internal sealed class RequestWriter(PayloadSeal seal, TimeProvider time, ILogger log)
{
    /// <summary>At most one receipt an address in this time: nobody can use the form to fill a stranger's mailbox.</summary>
    private static readonly TimeSpan ReceiptEvery = TimeSpan.FromHours(24);

    /// <summary>Writes requests in a transaction that holds the write lock, so that two posts of one form cannot both find nothing.</summary>
    /// <returns>What was done with each.</returns>
    public async Task<List<WrittenRequest>> WriteAsync(SiteDatabase database, IReadOnlyCollection<ArrivedRequest> group)
    {
        var submissions = group.Select(arrived => arrived.Submission).ToHashSet();

        // As one parameter: the text of the query stays the same however many they are.
        var known = await database.Requests.Where(row => EF.Parameter(submissions).Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        var written = new List<WrittenRequest>();
        foreach (var arrived in group)
        {
            written.Add(await AddAsync(database, known, arrived));
        }

        await database.SaveChangesAsync();
        return written;
    }

    /// <param name="database">The database.</param>
    /// <param name="stored">Those that are stored, or will be with this one.</param>
    /// <param name="arrived">The request.</param>
    private async Task<WrittenRequest> AddAsync(SiteDatabase database, Dictionary<Guid, StoredRequest> stored, ArrivedRequest arrived)
    {
        var known = stored.GetValueOrDefault(arrived.Submission);
        if (known is not null && seal.Open(known.Payload) == arrived.Request)
        {
            return new WrittenRequest(Reference.Parse(known.Reference)!, RequestOutcome.Repeated);
        }

        var reference = known is null ? Reference.New() : Reference.Parse(known.Reference)!;
        if (known is null)
        {
            stored[arrived.Submission] = database.Requests.Add(new StoredRequest
            {
                Id = arrived.Submission,
                Reference = reference.Code,
                ReceivedAt = time.GetUtcNow(),
                Payload = arrived.Payload,
                IsSuspected = arrived.IsSuspected,
            }).Entity;
        }
        else
        {
            (known.Payload, known.CorrectedAt, known.IsSuspected) = (arrived.Payload, time.GetUtcNow(), known.IsSuspected || arrived.IsSuspected);
            known.WipedAt = null;
        }

        Owe(database, arrived, known is null ? MailKind.Request : MailKind.Correction);
        await OweReceiptAsync(database, arrived);
        return new WrittenRequest(reference, known is null ? RequestOutcome.Accepted : RequestOutcome.Corrected);
    }

    private void Owe(SiteDatabase database, ArrivedRequest arrived, MailKind kind, string? recipientHash = null) =>
        database.Outbox.Add(new OutboxMessage
        {
            Id = Guid.NewGuid(),
            RequestId = arrived.Submission,
            Kind = kind,
            CreatedAt = time.GetUtcNow(),
            Payload = arrived.Payload,
            NextAttemptAt = time.GetUtcNow(),
            RecipientHash = recipientHash,
        });

    private async Task OweReceiptAsync(SiteDatabase database, ArrivedRequest arrived)
    {
        if (arrived.Request.Email is not { } email)
        {
            return;
        }

        // What others in the group are owed must be found, too.
        await database.SaveChangesAsync();
        var hash = RecipientHash.Of(email);
        var now = time.GetUtcNow();
        var (day, hour) = (now - ReceiptEvery, now - TimeSpan.FromHours(1));

        // What was owed in the future was owed before the clock was set back.
        if (await database.Outbox.AnyAsync(message => message.RecipientHash == hash && message.CreatedAt > day && message.CreatedAt <= now))
        {
            return;
        }

        if (await database.Outbox.CountAsync(message => message.Kind == MailKind.Receipt && message.CreatedAt > hour && message.CreatedAt <= now) >= ConsultationDesk.ReceiptsAnHour)
        {
            log.LogWarning("A receipt is left out, because {Count} came to be owed within an hour", ConsultationDesk.ReceiptsAnHour);
            return;
        }

        Owe(database, arrived, MailKind.Receipt, hash);
    }
}

/// <summary>What was done with a request.</summary>
/// <param name="Reference">The code that stands for it.</param>
/// <param name="Outcome">Whether it is a new one.</param>
internal sealed record WrittenRequest(Reference Reference, RequestOutcome Outcome);
