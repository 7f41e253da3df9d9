using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Sealing;

/// <summary>
/// Tells what the clinic waits for that cannot be read. A text that could be opened is not opened again until there are
/// other keys, or its mail was tried: the backlog may be long, and is looked at twice a minute.
/// </summary>
internal sealed class UnopenedMails(IDbContextFactory<SiteDatabase> databases, PayloadSeal seal)
{
    /// <summary>So few texts that they are no burden on the memory, and that the database is soon free again.</summary>
    private const int AtOnce = 100;

    private volatile Opened _last = new(Keys: null, []);

    /// <summary>How many mails to the clinic have not been sent and cannot be opened.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<int> CountAsync(CancellationToken cancellationToken) => (await FindAsync(cancellationToken)).Count;

    /// <summary>The ids of the mails to the clinic that have not been sent and cannot be opened.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<IReadOnlySet<Guid>> FindAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = await database.Outbox
            .Where(row => row.State == OutboxState.Pending || row.State == OutboxState.Sending || row.State == OutboxState.Abandoned)
            .Where(row => row.Kind == MailKind.Request || row.Kind == MailKind.Correction)
            .Select(row => ValueTuple.Create(row.Id, row.NextAttemptAt)).ToListAsync(cancellationToken);

        // What was sent meanwhile is forgotten, too.
        var (last, keys) = (_last, seal.Keys);
        var opened = new Opened(keys, ReferenceEquals(keys, last.Keys) ? [.. waiting.Where(last.Mails.Contains)] : []);

        var unopened = new HashSet<Guid>();
        foreach (var some in waiting.Where(mail => !opened.Mails.Contains(mail)).Chunk(AtOnce).ToList())
        {
            // The database must be free again before the texts are opened one by one.
            var ids = some.Select(mail => mail.Item1).ToList();
            var texts = await database.Outbox.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Payload, cancellationToken);
            foreach (var mail in some.Where(mail => texts.ContainsKey(mail.Item1)))
            {
                if (seal.Open(texts[mail.Item1]) is null)
                {
                    unopened.Add(mail.Item1);
                }
                else
                {
                    opened.Mails.Add(mail);
                }
            }
        }

        _last = opened;
        return unopened;
    }

    /// <param name="Keys">Those by which they were opened.</param>
    /// <param name="Mails">Each with the moment of its next try, which changes with each one.</param>
    private sealed record Opened(object? Keys, HashSet<(Guid Id, DateTimeOffset NextAttemptAt)> Mails);
}
