using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Web.Reading;

namespace FacialParalysisSite.Web.Pictures;

/// <summary>
/// Makes pictures small, at the start and after every edit. No fault of a picture, of the program or of the disk does more
/// than appear in the log, once when it begins and once when it is over.
/// </summary>
internal sealed class PictureWorker(PictureKeeper keeper, ContentReloader reloader, ILogger<PictureWorker> log) : BackgroundService
{
    /// <summary>A look at pictures that are all there costs nothing.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>A program that is missing and a disk that is full are not troubled more often, unless the content changes.</summary>
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _wake = new(0);
    private PictureFault _fault;
    private IReadOnlyList<string> _refused = [];

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host does not wait for what is not ready at its start.
        await Task.Yield();
        reloader.TookOver += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _wake.WaitAsync(await MakeAsync(stoppingToken) ? LookEvery : PauseAfterFault, stoppingToken);
            }
        }
        finally
        {
            reloader.TookOver -= Wake;
        }
    }

    private void Wake(object? sender, EventArgs e) => _wake.Release();

    /// <returns>Whether nothing but its turn keeps a picture from being made.</returns>
    private async Task<bool> MakeAsync(CancellationToken stop)
    {
        try
        {
            var state = await keeper.MakeAsync(stop);
            Note(state);
            return state.Fault is PictureFault.None or PictureFault.Refused;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !stop.IsCancellationRequested)
        {
            // A worker that ends takes the whole site with it; a fault in here is not worth that.
            log.LogError(fault, "Pictures could not be made");
            return false;
        }
    }

    private void Note(PictureState state)
    {
        foreach (var picture in state.Refused.Except(_refused, StringComparer.Ordinal))
        {
            log.LogWarning("The program that makes pictures small cannot read {Picture}, or would need too much for it. Pages show its words in its place. Open it in an image program and save it again", picture);
        }

        if (state.Fault != _fault)
        {
            Write(state);
        }

        (_fault, _refused) = (state.Fault, state.Refused);
    }

    private void Write(PictureState state)
    {
        switch (state.Fault)
        {
            case PictureFault.NoProgram:
                log.LogWarning("The program that makes pictures small is missing, and pages show words in the places of {Count} pictures. Install the package libvips-tools, or set Pictures:Program", state.Waiting);
                break;
            case PictureFault.NoRoom:
                log.LogWarning("The folder of small pictures below Data:Root cannot be written or has no room, and pages show words in the places of {Count} pictures", state.Waiting);
                break;
            case PictureFault.None:
                log.LogInformation("Pictures are made again");
                break;
        }
    }
}
