using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Sealing;

/// <summary>Tells whether the clinic waits for something that cannot be read.</summary>
internal sealed class UnopenedMails(IDbContextFactory<SiteDatabase> databases, PayloadSeal seal)
{
    /// <summary>How many mails to the clinic have not been sent and cannot be opened.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var payloads = await database.Outbox
            .Where(row => row.State == OutboxState.Pending || row.State == OutboxState.Sending || row.State == OutboxState.Abandoned)
            .Where(row => row.Kind == MailKind.Request || row.Kind == MailKind.Correction)
            .Select(row => row.Payload)
            .ToListAsync(cancellationToken);

        // A database of many waiting requests must be free again before the texts are opened one by one.
        return payloads.Count(payload => seal.Open(payload) is null);
    }
}
