using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Heartbeats;

/// <summary>What became of the requests of a week.</summary>
/// <param name="Requests">How many came in.</param>
/// <param name="Delivered">Of how many of those every mail to the clinic was sent.</param>
internal sealed record WeekCounts(int Requests, int Delivered)
{
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public static async Task<WeekCounts> OfAsync(HeartbeatWeek week, SiteDatabase database, CancellationToken cancellationToken)
    {
        var requests = database.Requests.Where(request => request.ReceivedAt >= week.Start && request.ReceivedAt < week.End);
        var delivered = requests.Where(request => !database.Outbox.Any(mail =>
            mail.RequestId == request.Id && mail.Kind != MailKind.Receipt && mail.State != OutboxState.Sent));
        return new WeekCounts(await requests.CountAsync(cancellationToken), await delivered.CountAsync(cancellationToken));
    }
}
