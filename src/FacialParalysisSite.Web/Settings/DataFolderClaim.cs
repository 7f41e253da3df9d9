using FacialParalysisSite.Consultations.Storage;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

/// <summary>
/// Keeps a second site from the data folder of one that runs: at its start it would take back, and send again, what the
/// first is sending. The lock is the operating system's, and ends with the process, however that ends. Commands need none.
/// </summary>
internal sealed class DataFolderClaim(IOptions<DataOptions> options) : IDisposable
{
    /// <summary>How the operating system says that somebody else holds the file: on Windows, on Linux and on macOS.</summary>
    private static readonly int[] Held = [32, 11, 35];

    private FileStream? _lock;

    /// <summary>Takes the folder for as long as this program runs.</summary>
    /// <exception cref="OptionsValidationException">Another site runs on it, or it cannot be taken.</exception>
    public void Take()
    {
        var file = Path.Combine(options.Value.Root, "site.lock");
        try
        {
            _lock = PrivateFiles.Hold(file);
        }
        catch (IOException fault) when (Held.Contains(fault.HResult & 0xFFFF))
        {
            throw Refusal($"Another site runs on Data:Root, \"{options.Value.Root}\". Stop it first, or give each site a Data:Root of its own.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Refusal($"The site cannot write to {file}: {fault.Message} Give it the right to, or delete the file while no site runs.");
        }
    }

    public void Dispose() => _lock?.Dispose();

    private static OptionsValidationException Refusal(string sentence) => new(DataOptions.Section, typeof(DataOptions), [sentence]);
}
