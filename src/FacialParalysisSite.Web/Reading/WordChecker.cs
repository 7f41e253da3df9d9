using FacialParalysisSite.Web.Starting;

namespace FacialParalysisSite.Web.Reading;

/// <summary>
/// Checks once after the start what is said in the content: words that promise, numbers without a source, long sentences. It
/// brings warnings and takes as long as all the rest of reading, so that the first page does not wait for it. What is edited
/// later is checked at once.
/// </summary>
internal sealed class WordChecker(QuietStart quiet, ContentReloader reloader, ILogger<WordChecker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await quiet.WaitAsync(stoppingToken);
        try
        {
            reloader.CheckWords(stoppingToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A worker that ends takes the whole site with it; a fault in here is not worth that.
            log.LogError(fault, "What the content says could not be checked");
        }
    }
}
