using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Alerting;

public sealed class AlertWatchTests
{
    /// <summary>Whoever deletes the database once the site has stopped would meet a look that goes on.</summary>
    [Fact]
    public async Task Look_StoppedWhileTheDatabaseIsHeld_EndsBeforeItIsOver()
    {
        using var bed = new AlertTestBed();
        using var stop = new CancellationTokenSource();
        await using var holder = await bed.Outbox.Databases.CreateDbContextAsync();
        await using var hold = await holder.Database.BeginTransactionAsync();
        await WriteTrial.WriteAsync(holder, bed.Time.GetUtcNow(), CancellationToken.None);
        bed.Time.Advance(TimeSpan.FromMinutes(1));

        var look = bed.Desk.LookAsync(stop.Token);
        await stop.CancelAsync();
        await hold.CommitAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look);

        await using var database = await bed.Outbox.Databases.CreateDbContextAsync();
        Assert.Equal(bed.Time.GetUtcNow(), (await database.WriteTrials.AsNoTracking().SingleAsync()).At);
    }
}
