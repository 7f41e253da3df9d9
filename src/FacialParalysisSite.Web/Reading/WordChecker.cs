using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Web.Starting;

namespace FacialParalysisSite.Web.Reading;

/// <summary>
/// Checks once after the start what is said in the content: words that promise, numbers without a source, long sentences. It
/// brings warnings and takes as long as all the rest of reading, so that neither the first page nor the search waits for it.
/// What is edited later is checked at once. The last of what a start reads, it gives back the memory that all of it took.
/// </summary>
internal sealed class WordChecker(QuietStart quiet, SearchIndex search, ContentReloader reloader, ILogger<WordChecker> log) : BackgroundService
{
    /// <summary>Ten thousand articles are ready to be searched in a fraction of it. Where they never are, the words are checked all the same.</summary>
    private static readonly TimeSpan LongestWaitForSearch = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await quiet.WaitAsync(stoppingToken);
        await search.WaitUntilReadyAsync(LongestWaitForSearch, stoppingToken);
        try
        {
            reloader.CheckWords(stoppingToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A worker that ends takes the whole site with it; a fault in here is not worth that.
            log.LogError(fault, "What the content says could not be checked");
        }

        if (!stoppingToken.IsCancellationRequested)
        {
            GiveBackMemory();
        }
    }

    /// <summary>
    /// So much as at the start is never read again: a site of ten thousand articles needs a third of what reading them took.
    /// By itself the collector would keep the rest for as long as nothing else is new.
    /// </summary>
    private static void GiveBackMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
