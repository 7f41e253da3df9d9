using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Settings;

namespace FacialParalysisSite.Web.Asking;

/// <summary>Looks again and again whether somebody has taken away, replaced or damaged the files that the site uses. A look costs next to nothing.</summary>
internal sealed class DataFolderWorker(DatabaseOpener opener, SiteDatabases databases, DataFolderClaim claim, TimeProvider time, ILogger<DataFolderWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await opener.WaitAsync(stoppingToken);
        await RepeatedWork.GoOnAsync(Look, "look after its data folder", LookEvery, time, log, stoppingToken);
    }

    private Task Look(CancellationToken cancellationToken)
    {
        try
        {
            claim.Renew();
        }
        finally
        {
            databases.CheckSigns();
        }

        return Task.CompletedTask;
    }
}
