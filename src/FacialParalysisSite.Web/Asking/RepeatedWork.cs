using FacialParalysisSite.Consultations.Storage;

namespace FacialParalysisSite.Web.Asking;

/// <summary>Work that is done again and again until the site stops, whatever goes wrong with it.</summary>
internal static class RepeatedWork
{
    /// <summary>Does it at once, and from then on each time that an interval has passed.</summary>
    /// <param name="work">The work.</param>
    /// <param name="what">What it does, for the log: "send the weekly mail".</param>
    /// <param name="every">The interval.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">The log.</param>
    /// <param name="stoppingToken">Ends it.</param>
    public static async Task GoOnAsync(Func<CancellationToken, Task> work, string what, TimeSpan every, TimeProvider time, ILogger log, CancellationToken stoppingToken)
    {
        // The rest of the start must not wait for a database that hangs.
        await Task.Yield();
        using var timer = new PeriodicTimer(every, time);
        do
        {
            await GuardAsync(work, what, log, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static async Task GuardAsync(Func<CancellationToken, Task> work, string what, ILogger log, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // The database has an alert of its own.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
        {
            // A worker that ends takes the whole site with it.
            log.LogError(fault, "The website could not {What}", what);
        }
    }
}
