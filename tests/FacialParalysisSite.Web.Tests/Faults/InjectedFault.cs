using System.Diagnostics;
using System.Globalization;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>Makes calls of a running program to the system fail or last, by strace, until it is disposed of.</summary>
internal sealed class InjectedFault : IAsyncDisposable
{
    private readonly Process _strace;

    private InjectedFault(Process strace) => _strace = strace;

    /// <param name="process">The id of the program.</param>
    /// <param name="calls">The calls, with commas between them.</param>
    /// <param name="what">What becomes of each of them, in the words of strace: an error, a delay.</param>
    public static async Task<InjectedFault> BeginAsync(int process, string calls, string what)
    {
        var strace = Process.Start(new ProcessStartInfo("strace",
            ["-f", "-qq", "-o", "/dev/null", "-e", $"trace={calls}", "-e", $"inject={calls}:{what}", "-p", process.ToString(CultureInfo.InvariantCulture)])
        { UseShellExecute = false })!;
        var fault = new InjectedFault(strace);
        await Eventually.HoldsAsync(() => !TracerOf(process).Equals("0", StringComparison.Ordinal), "strace has taken hold of the site");
        return fault;
    }

    public async ValueTask DisposeAsync()
    {
        // Told in order, it lets go of the program and leaves it alive.
        await SiteProgram.RunToolAsync("kill", "-INT", _strace.Id.ToString(CultureInfo.InvariantCulture));
        await _strace.WaitForExitAsync();
        _strace.Dispose();
    }

    private static string TracerOf(int process) =>
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("TracerPid:", StringComparison.Ordinal)).Split('\t')[1];
}
