using System.Threading.Channels;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>Tells whoever sends the mails that one has come to be owed.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<bool> _owed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _owed.Writer.TryWrite(true);

    /// <summary>Waits for a signal, but not longer than <paramref name="longest"/>.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        wait.CancelAfter(longest);
        try
        {
            await _owed.Reader.ReadAsync(wait.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The wait is over.
        }
    }
}
