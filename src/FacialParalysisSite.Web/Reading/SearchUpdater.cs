using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Web.Reading;

/// <summary>
/// Puts what is new into the search, so that neither the start nor an edit waits for it, nor the first person who searches
/// afterwards. Without this worker the search would answer the same.
/// </summary>
internal sealed class SearchUpdater(ContentLibrary library, SearchIndex search, ILogger<SearchUpdater> log) : BackgroundService
{
    /// <summary>A look at a content that has not changed costs nothing.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>A fault that stays is not met more often.</summary>
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Update() ? LookEvery : PauseAfterFault, stoppingToken);
        }
    }

    private bool Update()
    {
        try
        {
            search.Update(library.Current);
            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A worker that ends takes the whole site with it; a fault in here is not worth that.
            log.LogError(fault, "The search could not be brought up to date");
            return false;
        }
    }
}
