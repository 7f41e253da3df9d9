using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>
/// Stores requests that come at the same time in one transaction. Nearly all that a request costs is the wait for the
/// disk, and those who come meanwhile can wait together. Nobody gets an answer before that transaction is on the disk.
/// </summary>
internal sealed class RequestIntake(IDbContextFactory<SiteDatabase> databases, RequestWriter writer)
{
    /// <summary>So many are written in little more time than one, beside the wait for a slow disk.</summary>
    public const int LargestGroup = 100;

    /// <summary>Whoever has this turn stores all that wait. It is not the turn to write, which others take, too.</summary>
    private readonly WriteTurns _turns = new();

    /// <summary>Those that nobody has begun to store.</summary>
    private readonly LinkedList<ArrivedRequest> _waiting = new();

    /// <summary>Returns once the request is on the disk.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    /// <exception cref="DbUpdateException">The same.</exception>
    /// <exception cref="IOException">Others write, and take too long; or somebody has taken away files of the database.</exception>
    public async Task<WrittenRequest> StoreAsync(ArrivedRequest arrived, CancellationToken cancellationToken)
    {
        lock (_waiting)
        {
            _waiting.AddLast(arrived);
        }

        try
        {
            using var turn = await _turns.TakeAsync(cancellationToken);

            // Mostly somebody else has stored it by now. Its own group may be full before it.
            while (!arrived.Answer.IsCompleted)
            {
                await StoreGroupAsync(TakeWaiting, cancellationToken);
            }
        }
        catch when (GiveUp(arrived))
        {
            throw;
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // Somebody is storing it: it would be untrue to say that it is not.
        }

        return await arrived.Answer;
    }

    /// <returns>False where somebody has begun to store it.</returns>
    private bool GiveUp(ArrivedRequest arrived)
    {
        lock (_waiting)
        {
            return _waiting.Remove(arrived);
        }
    }

    private List<ArrivedRequest> TakeWaiting()
    {
        lock (_waiting)
        {
            var group = _waiting.Take(LargestGroup).ToList();
            group.ForEach(_ => _waiting.RemoveFirst());
            return group;
        }
    }

    /// <summary>Answers everybody in a group. Where the database is not even free for one, only the caller hears of it, as others may have more luck.</summary>
    /// <param name="take">Says who is in the group. Asked only when the database is free: whoever comes until then goes along.</param>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    private async Task StoreGroupAsync(Func<List<ArrivedRequest>> take, CancellationToken cancellationToken)
    {
        List<ArrivedRequest> group = [];
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.BeginWriteAsync(cancellationToken);
            group = take();
            if (await WriteAsync(database, group) is { } written)
            {
                await transaction.CommitAsync(CancellationToken.None);
                foreach (var (arrived, done) in group.Zip(written))
                {
                    arrived.Succeed(done);
                }

                return;
            }
        }
        catch (Exception fault) when (group.Count > 0)
        {
            group.ForEach(arrived => arrived.Fail(fault));
            return;
        }

        await StoreHalvesAsync(group);
    }

    /// <returns>Null where something is wrong with one of several, and nobody can tell with which of them the others would fail, too.</returns>
    private async Task<List<WrittenRequest>?> WriteAsync(SiteDatabase database, List<ArrivedRequest> group)
    {
        // A group is written as a whole or undone as a whole.
        database.Database.AutoSavepointsEnabled = false;
        try
        {
            return await writer.WriteAsync(database, group);
        }
        catch (Exception fault) when (group.Count > 1 && fault is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>One that cannot be stored takes no other with it, and is soon found among many. Where the database is not free any more, none of them waits for it again.</summary>
    private async Task StoreHalvesAsync(List<ArrivedRequest> group)
    {
        try
        {
            foreach (var half in group.Chunk((group.Count + 1) / 2))
            {
                await StoreGroupAsync(() => [.. half], CancellationToken.None);
            }
        }
        catch (Exception fault)
        {
            group.ForEach(arrived => arrived.Fail(fault));
        }
    }
}
