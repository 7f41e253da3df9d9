using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>Writes out everything that is kept of one request, for a person who asks for it.</summary>
internal sealed class RequestExport(IDbContextFactory<SiteDatabase> databases, PayloadSeal seal, TimeProvider time)
{
    /// <summary>Letters as they are: people read it.</summary>
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Notes the export in the audit, and gives it as JSON; null where no request has the reference.</summary>
    /// <exception cref="UnopenedException">Something of it cannot be opened. Nothing is noted.</exception>
    public async Task<string?> ExportAsync(Reference reference)
    {
        await using var database = await databases.CreateDbContextAsync();
        var stored = await database.Requests.AsNoTracking().SingleOrDefaultAsync(row => row.Reference == reference.Code);
        if (stored is null)
        {
            return null;
        }

        var mails = await database.Outbox.AsNoTracking().Where(row => row.RequestId == stored.Id).OrderBy(row => row.CreatedAt).ToListAsync();
        var audit = await database.AuditEntries.AsNoTracking().Where(row => row.Reference == stored.Reference).OrderBy(row => row.Id).ToListAsync();
        var entry = new AuditEntry { At = time.GetUtcNow(), Reference = stored.Reference, Action = AuditAction.Exported };
        var everything = new ExportedRequest(
            stored.Reference, stored.ReceivedAt, stored.CorrectedAt, stored.WipedAt, stored.IsSuspected, WrittenIn(stored.Payload),
            [.. mails.Select(mail => new ExportedMail(mail.Kind, mail.State, mail.CreatedAt, mail.Attempts, mail.SentAt, WrittenIn(mail.Payload)))],
            [.. audit.Append(entry).Select(line => new LedgerAudit(line.At, line.Action))]);
        database.AuditEntries.Add(entry);
        await database.SaveChangesAsync();
        return JsonSerializer.Serialize(everything, Readable);
    }

    private ConsultationRequest? WrittenIn(string payload) =>
        payload == PayloadSeal.Wiped ? null : seal.Open(payload) ?? throw new UnopenedException();

    private sealed record ExportedRequest(
        string Reference, DateTimeOffset ReceivedAt, DateTimeOffset? CorrectedAt, DateTimeOffset? WipedAt, bool MayBeSpam, ConsultationRequest? Written,
        IReadOnlyList<ExportedMail> Mails, IReadOnlyList<LedgerAudit> Audit);

    private sealed record ExportedMail(
        MailKind Kind, OutboxState State, DateTimeOffset OwedAt, int Attempts, DateTimeOffset? SentAt, ConsultationRequest? Written);
}

/// <summary>What a person wrote cannot be opened: it is damaged, or its key is missing.</summary>
internal sealed class UnopenedException() : Exception("What was written cannot be opened.");
