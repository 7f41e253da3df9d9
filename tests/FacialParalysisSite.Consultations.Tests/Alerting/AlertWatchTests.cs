using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Alerting;

public sealed class AlertWatchTests
{
    /// <summary>Whoever deletes the database once the site has stopped would meet a look that goes on.</summary>
    [Fact]
    public async Task Look_StoppedWhileTheDatabaseIsHeld_IsWaitedForAndWritesNothingMore()
    {
        using var bed = new AlertTestBed();
        using var stop = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        bed.Databases.Hold = release.Task;

        var look = Task.Run(() => bed.Desk.LookAsync(stop.Token));
        await bed.Databases.Asked;
        await stop.CancelAsync();
        Assert.False(look.IsCompleted);

        release.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look);
        await using var database = await bed.Outbox.Databases.CreateDbContextAsync();
        Assert.Empty(await database.WriteTrials.AsNoTracking().ToListAsync());
        Assert.Empty(bed.WatchLog.Lines);
    }
}
