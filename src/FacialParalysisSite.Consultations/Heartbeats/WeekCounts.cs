using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Heartbeats;

/// <summary>What became of the requests of a week.</summary>
/// <param name="Requests">How many came in.</param>
/// <param name="Delivered">Of how many of those every mail to the clinic was sent.</param>
/// <param name="Withdrawn">How many were wiped by an operator while a mail to the clinic had not been sent.</param>
internal sealed record WeekCounts(int Requests, int Delivered, int Withdrawn)
{
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public static async Task<WeekCounts> OfAsync(HeartbeatWeek week, SiteDatabase database, CancellationToken cancellationToken)
    {
        var requests = database.Requests.Where(request => request.ReceivedAt >= week.Start && request.ReceivedAt < week.End);
        var delivered = requests.Where(request => !database.Outbox.Any(mail =>
            mail.RequestId == request.Id && mail.Kind != MailKind.Receipt && mail.State != OutboxState.Sent));
        var withdrawn = requests.Where(request => database.Outbox.Any(mail =>
            mail.RequestId == request.Id && mail.Kind != MailKind.Receipt && mail.State == OutboxState.Withdrawn));
        return new WeekCounts(await requests.CountAsync(cancellationToken), await delivered.CountAsync(cancellationToken), await withdrawn.CountAsync(cancellationToken));
    }
}
