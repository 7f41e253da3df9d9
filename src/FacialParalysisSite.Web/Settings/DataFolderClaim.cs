using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

/// <summary>
/// Keeps a second site from the data folder of one that runs: at its start it would take back, and send again, what the
/// first is sending. The lock is the operating system's, and ends with the process, however that ends. Commands need none.
/// </summary>
internal sealed class DataFolderClaim(IOptions<DataOptions> options, Harms harms) : IDisposable
{
    /// <summary>How the operating system says that somebody else holds the file: on Windows, on Linux and on macOS.</summary>
    private static readonly int[] Held = [32, 11, 35];

    private FileStream? _lock;
    private FileIdentity? _file;
    private bool _isToldToFail;

    private string LockFile => Path.Combine(options.Value.Root, "site.lock");

    /// <summary>Takes the folder for as long as this program runs.</summary>
    /// <exception cref="OptionsValidationException">Another site runs on it, or it cannot be taken.</exception>
    public void Take()
    {
        try
        {
            Hold();
        }
        catch (IOException fault) when (IsHeld(fault))
        {
            throw Refusal($"Another site runs on Data:Root, \"{options.Value.Root}\". Stop it first, or give each site a Data:Root of its own.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Refusal($"The site cannot write to {LockFile}: {fault.Message} Give it the right to, or delete the file while no site runs.");
        }
    }

    /// <summary>Takes the folder again where somebody has deleted or replaced the file, of which the lock is gone with it.</summary>
    /// <exception cref="IOException">It cannot be taken now.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Renew()
    {
        // Deleted while it was taken, it is not known, and no more ours.
        if (_file is not null && FileIdentity.Of(LockFile) == _file)
        {
            return;
        }

        try
        {
            var old = _lock;
            Hold();
            old?.Dispose();
            _isToldToFail = false;
            harms.NoteHarm($"{LockFile} was deleted, moved or replaced while the site ran. It is made and locked again.");
        }
        catch (IOException fault) when (IsHeld(fault))
        {
            TellOnce("and another site runs on the same folder now. Mails may be sent twice: stop one of them.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TellOnce($"and cannot be locked again, so that a second site could start beside this one: {fault.Message}");
            throw;
        }
    }

    public void Dispose() => _lock?.Dispose();

    private void Hold()
    {
        _lock = PrivateFiles.Hold(LockFile);
        _file = FileIdentity.Of(LockFile);
    }

    private void TellOnce(string what)
    {
        if (!_isToldToFail)
        {
            _isToldToFail = true;
            harms.NoteHarm($"{LockFile} was deleted, moved or replaced while the site ran, {what}");
        }
    }

    private static bool IsHeld(IOException fault) => Held.Contains(fault.HResult & 0xFFFF);

    private static OptionsValidationException Refusal(string sentence) => new(DataOptions.Section, typeof(DataOptions), [sentence]);
}
