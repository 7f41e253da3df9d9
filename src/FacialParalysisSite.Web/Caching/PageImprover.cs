using System.Diagnostics;

namespace FacialParalysisSite.Web.Caching;

/// <summary>
/// Makes pages smaller that are asked for again and again: the first visitor gets a page that is packed quickly, and does
/// not wait for the best that can be had.
/// </summary>
internal sealed class PageImprover(PageCache cache, ILogger<PageImprover> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>A page that was asked for so often in one coding is likely to be asked for again.</summary>
    private const int Often = 10;

    /// <summary>It works for one part of the time and rests for so many, as the machine may have one processor.</summary>
    private const int Rests = 9;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(LookEvery, stoppingToken);
            try
            {
                await ImproveAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
            {
                // A worker that ends takes the whole site with it; larger pages are not worth that.
                log.LogError(fault, "Pages are not made smaller at the moment");
            }
        }
    }

    /// <summary>Also drops the pages of an older catalog where nobody asks for any.</summary>
    private async Task ImproveAsync(CancellationToken stop)
    {
        var pages = cache.Current;
        foreach (var (page, kept) in pages.Wanted(Often))
        {
            if (cache.Current != pages)
            {
                return;
            }

            var start = Stopwatch.GetTimestamp();
            pages.Improve(page, kept);
            await Task.Delay(Stopwatch.GetElapsedTime(start) * Rests, stop);
        }
    }
}
