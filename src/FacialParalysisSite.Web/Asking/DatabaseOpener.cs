using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Settings;
using FacialParalysisSite.Web.Starting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Asking;

/// <summary>
/// Makes or updates the database when the site has begun to answer, because reading does not need it. A form that is opened
/// or sent before does the same, and nobody gets it unprepared. Where it cannot be used the site still serves its pages,
/// and the form gives the telephone number until it can.
/// </summary>
internal sealed class DatabaseOpener(QuietStart quiet, IDbContextFactory<SiteDatabase> databases, IDataProtectionProvider keys, IOptions<DataOptions> data, ILogger<SiteDatabase> log) : BackgroundService
{
    private readonly TaskCompletionSource _hasTried = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until it was opened, or could not be. Workers that all tried at once would only hold each other up.</summary>
    /// <exception cref="OperationCanceledException">The site stops.</exception>
    public Task WaitAsync(CancellationToken stoppingToken) => _hasTried.Task.WaitAsync(stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await quiet.WaitAsync(stoppingToken);
        try
        {
            databases.CreateDbContext().Dispose();
            if (new DatabaseMarker(DatabaseFiles.Resolve(data.Value.DatabaseFile)).FindSaved() is { } saved)
            {
                log.LogWarning("{Saved} has what patients wrote until the database was taken away, and nothing of it is wiped. Delete it as soon as it is not needed any more", saved);
            }

            // So that the first who opens the form need not wait for the keys of its token.
            keys.CreateProtector(nameof(DatabaseOpener)).Protect([]);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            log.LogCritical(fault, "The database cannot be used. No consultation request can be taken until it can; the form shows the telephone number");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A worker that ends takes the whole site with it. Who opens the form finds the same fault of the keys, and it is in the log then.
        }
        finally
        {
            _hasTried.TrySetResult();
        }
    }
}
