using FacialParalysisSite.Consultations.Storage;

namespace FacialParalysisSite.Consultations.Tests.Storage;

public sealed class WriteTurnsTests
{
    private readonly WriteTurns _turns = new();

    [Fact]
    public async Task Take_WhileManyWait_ComesInTheOrderInWhichTheyCame()
    {
        var first = await _turns.TakeAsync(CancellationToken.None);
        var waiting = Enumerable.Range(0, 20).Select(_ => _turns.TakeAsync(CancellationToken.None)).ToList();
        first.Dispose();

        while (waiting.Count > 0)
        {
            var next = await Task.WhenAny(waiting);
            Assert.Same(waiting[0], next);
            waiting.RemoveAt(0);
            Assert.All(waiting, later => Assert.False(later.IsCompleted));
            (await next).Dispose();
        }
    }

    [Fact]
    public async Task Take_GivenUpWhileWaiting_LeavesTheTurnToTheNext()
    {
        using var gone = new CancellationTokenSource();
        var first = await _turns.TakeAsync(CancellationToken.None);
        var givenUp = _turns.TakeAsync(gone.Token);
        var next = _turns.TakeAsync(CancellationToken.None);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        first.Dispose();

        (await next).Dispose();
    }
}
