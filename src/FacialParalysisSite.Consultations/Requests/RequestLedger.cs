using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>Where the operator looks up which requests there are, how far their mails have come, and what one of them says.</summary>
internal sealed class RequestLedger(IDbContextFactory<SiteDatabase> databases, PayloadSeal seal)
{
    /// <summary>Lists requests, the newest first.</summary>
    /// <param name="onlyWaiting">Only those of which a mail to the clinic has not been sent.</param>
    /// <param name="limit">How many at most.</param>
    public async Task<LedgerPage> ListAsync(bool onlyWaiting, int limit)
    {
        await using var database = await databases.CreateDbContextAsync();
        var requests = onlyWaiting
            ? database.Requests.Where(request => database.Outbox.Any(message =>
                message.RequestId == request.Id && message.Kind != MailKind.Receipt && message.State != OutboxState.Sent && message.State != OutboxState.Withdrawn))
            : database.Requests;
        var newest = requests.OrderByDescending(request => request.ReceivedAt).ThenBy(request => request.Reference).Take(limit);
        return new LedgerPage(await EntriesOf(database, newest).ToListAsync(), await requests.CountAsync());
    }

    /// <summary>Looks up one request with everything the person wrote; null where no request has the reference.</summary>
    public async Task<LedgerFile?> FindAsync(Reference reference)
    {
        await using var database = await databases.CreateDbContextAsync();
        var found = database.Requests.AsNoTracking().Where(request => request.Reference == reference.Code);
        if (await EntriesOf(database, found).SingleOrDefaultAsync() is not { } entry)
        {
            return null;
        }

        var stored = await found.SingleAsync();
        var mails = await database.Outbox.Where(message => message.RequestId == stored.Id && message.Kind != MailKind.Receipt)
            .OrderBy(message => message.CreatedAt).Select(message => message.Payload).ToListAsync();
        if (stored.WipedAt is not null)
        {
            return new LedgerFile(entry, [], Unopened: 0);
        }

        var wordings = mails.Append(stored.Payload).Select(seal.Open).ToList();
        return new LedgerFile(entry, TextsOf(stored, wordings.OfType<ConsultationRequest>().ToList()), Unopened: wordings.Count(wording => wording is null));
    }

    /// <summary>What the person wrote is not even read from the disk.</summary>
    private static IQueryable<LedgerEntry> EntriesOf(SiteDatabase database, IQueryable<StoredRequest> requests) =>
        requests.Select(request => new LedgerEntry(request.Reference, request.ReceivedAt, request.CorrectedAt, request.WipedAt, request.IsSuspected,
            database.Outbox.Where(message => message.RequestId == request.Id)
                .OrderBy(message => message.CreatedAt).ThenBy(message => message.Kind == MailKind.Receipt)
                .Select(message => new LedgerMail(message.Kind, message.State, message.Attempts, message.NextAttemptAt, message.LeasedUntil, message.SentAt))
                .ToList(),
            database.AuditEntries.Where(audit => audit.Reference == request.Reference).OrderBy(audit => audit.Id)
                .Select(audit => new LedgerAudit(audit.At, audit.Action)).ToList()));

    /// <summary>A correction may name another patient, so that what it replaced counts until the clinic has both.</summary>
    private static List<string> TextsOf(StoredRequest stored, IReadOnlyList<ConsultationRequest> wordings) =>
        wordings.Where((wording, index) => index == 0 || wording != wordings[index - 1])
            .Select((wording, index) => MailComposer.TextToClinic(stored, wording, isCorrected: index > 0))
            .ToList();
}

/// <summary>The beginning of a list of requests.</summary>
/// <param name="Entries">The newest of them, the newest first.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record LedgerPage(IReadOnlyList<LedgerEntry> Entries, int Total);

/// <summary>Everything about one request.</summary>
/// <param name="Entry">How far it has come.</param>
/// <param name="Texts">
/// What the mails to the clinic say, in the order in which they came to be owed and each wording once; the last is the
/// request as it stands. Holds what the person wrote; nothing where it was wiped.
/// </param>
/// <param name="Unopened">How many texts cannot be opened, because they are damaged or their key is missing.</param>
internal sealed record LedgerFile(LedgerEntry Entry, IReadOnlyList<string> Texts, int Unopened);
