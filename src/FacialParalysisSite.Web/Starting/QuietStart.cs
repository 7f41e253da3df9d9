namespace FacialParalysisSite.Web.Starting;

/// <summary>
/// The first moment, in which the site does nothing but answer: on a small machine, work that nobody waits for would take
/// the processor from the first page. It is over once somebody was answered, or shortly after the start.
/// </summary>
internal sealed class QuietStart
{
    /// <summary>The first page takes a third of it on a slow processor.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QuietStart(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.Register(() => _ = EndLaterAsync());

    public bool IsOver => _over.Task.IsCompleted;

    public void End() => _over.TrySetResult();

    /// <exception cref="OperationCanceledException">The site stops.</exception>
    public Task WaitAsync(CancellationToken stoppingToken) => _over.Task.WaitAsync(stoppingToken);

    private async Task EndLaterAsync()
    {
        await Task.Delay(Longest);
        End();
    }
}
