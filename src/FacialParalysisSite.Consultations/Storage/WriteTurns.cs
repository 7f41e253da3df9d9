using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Lets those who write come one after the other, in the order in which they came. SQLite takes one writer at a time and
/// makes the others try again and again: on a slow disk somebody would be unlucky at each try, and be told that the
/// database is locked.
/// </summary>
[SuppressMessage("Reliability", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore without a wait handle holds nothing, and somebody may be writing until the end of the program.")]
internal sealed class WriteTurns
{
    /// <summary>
    /// How long somebody waits for a turn. A request needs two, and may wait for a lock that another program holds: after
    /// not half a minute in all, a person should rather call than look at a form.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _free = new(1, 1);

    /// <summary>Waits for the turn. Who holds one must not ask for another.</summary>
    /// <returns>What gives it back.</returns>
    /// <exception cref="IOException">Those before took too long.</exception>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        return await _free.WaitAsync(LongestWait, cancellationToken)
            ? new Turn(_free)
            : throw new IOException($"Others have been writing to the database for {LongestWait.TotalSeconds} s.");
    }

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            if (!_isOver)
            {
                _isOver = true;
                free.Release();
            }
        }
    }
}

/// <summary>A transaction that holds the turn to write.</summary>
internal sealed class WriteTransaction(IDbContextTransaction transaction, IDisposable turn, DatabaseHold? hold, SqliteConnection connection) : IAsyncDisposable
{
    /// <summary>Returns once what was written is on the disk, in a file that the next start finds.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    /// <exception cref="IOException">Somebody has taken away or emptied a file.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await transaction.CommitAsync(cancellationToken);
        hold?.Keep(connection);
    }

    /// <summary>Undoes what is not committed, and lets the next one write.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn.Dispose();
        }
    }
}
