using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Retention;

/// <summary>Takes everything that a person wrote out of a request and its mails. References, times and states stay.</summary>
internal static class PayloadWipe
{
    /// <summary>Wipes requests; the caller commits, and sees to <see cref="SqliteStorage.Erase"/> afterwards.</summary>
    /// <param name="database">In a transaction.</param>
    /// <param name="requests">The ids of the requests. No mail of them may be on its way.</param>
    /// <param name="now">The present moment.</param>
    public static async Task WipeAsync(SiteDatabase database, IReadOnlyCollection<Guid> requests, DateTimeOffset now)
    {
        var mails = database.Outbox.Where(message => requests.Contains(message.RequestId));

        // A receipt that was given up is no debt; of a mail to the clinic nobody could send what was in it.
        await mails.Where(message => message.State == OutboxState.Pending || message.State == OutboxState.Sending
                || (message.State == OutboxState.Abandoned && message.Kind != MailKind.Receipt))
            .ExecuteUpdateAsync(message => message.SetProperty(row => row.State, OutboxState.Withdrawn).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null));
        await mails.ExecuteUpdateAsync(message => message.SetProperty(row => row.Payload, PayloadSeal.Wiped).SetProperty(row => row.RecipientHash, (string?)null));
        await database.Requests.Where(request => requests.Contains(request.Id))
            .ExecuteUpdateAsync(request => request.SetProperty(row => row.Payload, PayloadSeal.Wiped).SetProperty(row => row.WipedAt, now));
        SqliteStorage.OweErasure(database);
    }
}
