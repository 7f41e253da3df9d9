using FacialParalysisSite.Content.Pictures;

namespace FacialParalysisSite.Web.Pictures;

/// <summary>
/// Deletes the pictures of patients that are not shown any more. It has a worker of its own, so that nothing which is being
/// made or read keeps it waiting.
/// </summary>
internal sealed class PicturePurger(PictureKeeper keeper, ILogger<PicturePurger> log) : BackgroundService
{
    /// <summary>What a patient no longer permits has to be gone within a minute. A look at nothing to do costs nothing.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private bool _isFaulty;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            Purge();
            await Task.Delay(LookEvery, stoppingToken);
        }
    }

    private void Purge()
    {
        try
        {
            if (keeper.Purge() is > 0 and var count)
            {
                log.LogInformation("Pictures of patients that are not shown any more were deleted: {Count}", count);
            }

            _isFaulty = false;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A worker that ends takes the whole site with it. It tries again in a second, and nothing is served meanwhile.
            log.Log(_isFaulty ? LogLevel.Debug : LogLevel.Error, "Pictures of patients that are not shown any more cannot be deleted ({Fault})", fault.GetType().Name);
            _isFaulty = true;
        }
    }
}
