using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>
/// Chooses what goes out in the next mail. Beyond a number of mails to the clinic in an hour, further requests are
/// gathered for a while, so that a flood fills no mailbox; each is in its digest in full. Requests that may be spam are counted and
/// gathered apart from the others, so that they neither hide nor delay them.
/// </summary>
/// <param name="mailsAnHour">How many requests an hour go to the clinic in mails of their own.</param>
internal sealed class DigestPolicy(int mailsAnHour)
{
    /// <summary>As many as a busy clinic may get on its busiest day, and no more than can be read in an hour.</summary>
    public const int UsualMailsAnHour = 20;

    /// <summary>How many requests are in one digest at most: more than come in ten minutes at 5,000 an hour.</summary>
    public const int Largest = 1000;

    /// <summary>
    /// Letters of all that the persons in one digest wrote, as it is stored. Encoded for a mail these are less than
    /// 8 MB, and mostly 2; mail servers take 10 or more.
    /// </summary>
    public const int MostLetters = 600_000;

    /// <summary>How many digests of one sort come into a mailbox within <see cref="GatheringTime"/>; what does not fit in waits for the next.</summary>
    public const int MostDigests = 3;

    /// <summary>How long the first request of a digest waits for others; less than makes a mail late.</summary>
    public static readonly TimeSpan GatheringTime = TimeSpan.FromMinutes(10);

    /// <summary>A mail that was tried more often was begun longer ago than <see cref="GatheringTime"/>, or nearly so.</summary>
    private const int NewestAttempts = 3;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A flood of programs: few of these mails are worth opening.</summary>
    private readonly int _suspectedAnHour = Math.Max(1, mailsAnHour / 4);

    /// <summary>The messages of the mail to the clinic that has waited longest, else of a receipt; none where no mail is due.</summary>
    /// <param name="database">In a transaction, for an answer that still holds afterwards.</param>
    /// <param name="closed">The mails that were tried before and cannot be opened now: they use up nothing of what others may send.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<OutboxMessage>> ChooseAsync(SiteDatabase database, IReadOnlySet<Guid> closed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<List<OutboxMessage>> mails =
        [
            await BegunAsync(database, now, cancellationToken),
            await FreshAsync(database, isSuspected: false, closed, now, cancellationToken),
            await FreshAsync(database, isSuspected: true, closed, now, cancellationToken),
        ];
        return mails.Where(mail => mail.Count > 0).OrderBy(mail => mail[0].Kind == MailKind.Receipt).ThenBy(mail => mail[0].NextAttemptAt).FirstOrDefault() ?? [];
    }

    /// <summary>A receipt, or what was handed out before and did not go through: it stays the mail that it was.</summary>
    private static async Task<List<OutboxMessage>> BegunAsync(SiteDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = await Due(database, now).Where(row => row.MailId != null || row.Kind == MailKind.Receipt)
            .OrderBy(row => row.Kind == MailKind.Receipt).ThenBy(row => row.NextAttemptAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (first?.MailId is not { } mail || mail == first.Id)
        {
            return first is null ? [] : [first];
        }

        return await database.Outbox
            .Where(row => row.MailId == mail && (row.State == OutboxState.Pending || (row.State == OutboxState.Sending && row.LeasedUntil <= now)))
            .OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
    }

    /// <summary>What goes to the clinic and was not handed out yet: one message, or in a flood all that have gathered.</summary>
    private async Task<List<OutboxMessage>> FreshAsync(
        SiteDatabase database, bool isSuspected, IReadOnlySet<Guid> closed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var fresh = Of(isSuspected, database, Due(database, now).Where(row => row.MailId == null && row.Kind != MailKind.Receipt))
            .OrderBy(row => row.NextAttemptAt).ThenBy(row => row.CreatedAt);
        var first = await fresh.FirstOrDefaultAsync(cancellationToken);
        if (first is null)
        {
            return [];
        }

        if (await MailsOfLastHourAsync(database, isSuspected, closed, now, cancellationToken) < (isSuspected ? _suspectedAnHour : mailsAnHour))
        {
            return [first];
        }

        return HasGathered(first, now) && await NewDigestsAsync(database, isSuspected, now, cancellationToken) < MostDigests
            ? await FittingAsync(fresh, cancellationToken)
            : [];
    }

    private static IQueryable<OutboxMessage> Due(SiteDatabase database, DateTimeOffset now) => database.Outbox
        .Where(row => (row.State == OutboxState.Pending && row.NextAttemptAt <= now) || (row.State == OutboxState.Sending && row.LeasedUntil <= now));

    private static IQueryable<OutboxMessage> Of(bool isSuspected, SiteDatabase database, IQueryable<OutboxMessage> messages) =>
        messages.Where(row => database.Requests.Any(request => request.Id == row.RequestId && request.IsSuspected == isSuspected));

    /// <summary>
    /// Those that were sent, and those that are being tried and will come, too. Not those that nobody has tried: what
    /// cannot be opened may wait for long, and must not use up what others may send.
    /// </summary>
    private static async Task<int> MailsOfLastHourAsync(
        SiteDatabase database, bool isSuspected, IReadOnlySet<Guid> closed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Hour;
        var mails = database.Outbox.Where(row => row.MailId != null && row.Kind != MailKind.Receipt
            && ((row.State == OutboxState.Pending && row.Attempts > 0) || row.State == OutboxState.Sending || (row.State == OutboxState.Sent && row.SentAt > since && row.SentAt <= now)));
        var ids = await Of(isSuspected, database, mails).Select(row => row.MailId!.Value).Distinct().ToListAsync(cancellationToken);
        return ids.Count(id => !closed.Contains(id));
    }

    /// <summary>How many digests have gone out lately, or are about to.</summary>
    private static Task<int> NewDigestsAsync(SiteDatabase database, bool isSuspected, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - GatheringTime;
        var mails = database.Outbox.Where(row => row.MailId != null && row.MailId != row.Id && row.Kind != MailKind.Receipt
            && ((row.State == OutboxState.Pending && row.Attempts > 0 && row.Attempts <= NewestAttempts) || row.State == OutboxState.Sending
                || (row.State == OutboxState.Sent && row.SentAt > since && row.SentAt <= now)));
        return Of(isSuspected, database, mails).Select(row => row.MailId).Distinct().CountAsync(cancellationToken);
    }

    /// <summary>A message of the future was stored before the clock was set back.</summary>
    private static bool HasGathered(OutboxMessage first, DateTimeOffset now) => (now - first.CreatedAt) is var age && (age >= GatheringTime || age < TimeSpan.Zero);

    private static async Task<List<OutboxMessage>> FittingAsync(IQueryable<OutboxMessage> fresh, CancellationToken cancellationToken)
    {
        var fitting = new List<OutboxMessage>();
        var letters = 0;
        await foreach (var message in fresh.Take(Largest).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            letters += message.Payload.Length;
            if (letters > MostLetters && fitting.Count > 0)
            {
                break;
            }

            fitting.Add(message);
        }

        return fitting;
    }
}
