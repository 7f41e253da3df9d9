using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Web.Settings;
using FacialParalysisSite.Web.Starting;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Reading;

/// <summary>
/// Keeps what is live for the next start. It has a worker of its own, so that neither a request nor an edit waits for the
/// disk; and no fault of the store does more than appear in the log, once when it begins and once when it is over.
/// </summary>
internal sealed class ContentKeeper(QuietStart quiet, ContentLibrary library, IOptions<DataOptions> options, ILogger<ContentKeeper> log) : BackgroundService
{
    /// <summary>A look at a content that has not changed costs nothing.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>A full disk is not troubled more often.</summary>
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(30);

    private string? _fault;

    /// <summary>Brings the store up to date and says in the log where that became impossible, or possible again.</summary>
    /// <returns>Whether the store is well.</returns>
    public bool Keep(CancellationToken stop)
    {
        var fault = FaultOfKeeping(stop);
        if (fault is not null && _fault is null)
        {
            log.LogWarning("The last good versions of the content cannot all be kept in {Store}, and a faulty file may be missing after a restart: {Fault}", options.Value.ContentStore, fault);
        }
        else if (fault is null && _fault is not null)
        {
            log.LogInformation("The last good versions of the content are kept again");
        }

        _fault = fault;
        return fault is null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await quiet.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Keep(stoppingToken) ? LookEvery : PauseAfterFault, stoppingToken);
        }
    }

    private string? FaultOfKeeping(CancellationToken stop)
    {
        try
        {
            return library.Keep(stop);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A worker that ends takes the whole site with it; a fault in here is not worth that.
            return fault.GetType().Name;
        }
    }
}
