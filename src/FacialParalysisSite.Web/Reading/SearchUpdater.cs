using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Web.Starting;

namespace FacialParalysisSite.Web.Reading;

/// <summary>
/// Puts what is new into the search: at the start, at once after every reload, and when the time has changed what is
/// published. Meanwhile the search answers with what it has.
/// </summary>
internal sealed class SearchUpdater(QuietStart quiet, ContentLibrary library, ContentReloader reloader, SearchIndex search, ILogger<SearchUpdater> log) : BackgroundService
{
    /// <summary>A look at a content that has not changed costs nothing.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>A fault that stays is not met more often, unless the content changes.</summary>
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _wake = new(0);

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await quiet.WaitAsync(stoppingToken);
        reloader.TookOver += Wake;
        try
        {
            var isWell = Update();
            while (!stoppingToken.IsCancellationRequested)
            {
                await _wake.WaitAsync(isWell ? LookEvery : PauseAfterFault, stoppingToken);
                isWell = Update();
            }
        }
        finally
        {
            reloader.TookOver -= Wake;
        }
    }

    private void Wake(object? sender, EventArgs e) => _wake.Release();

    private bool Update()
    {
        try
        {
            foreach (var (file, fault) in search.Update(library.Current))
            {
                log.LogError(fault, "The search cannot read {File} and leaves it out", file);
            }

            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A worker that ends takes the whole site with it; a fault in here is not worth that.
            log.LogError(fault, "The search could not be brought up to date and answers with what it has");
            return false;
        }
    }
}
