using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>The site's program, running on a free port of this machine.</summary>
internal sealed partial class RunningSite : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _critical = new();
    private Task _reading = Task.CompletedTask;

    private RunningSite(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The id of its process.</summary>
    public int Id => _process.Id;

    public static async Task<RunningSite> StartAsync((string Name, string Value)[] settings)
    {
        // Its settings lie there.
        var process = SiteProgram.Start(SiteProgram.Dll, [], Repository.WebProject, settings);
        var site = new RunningSite(process, await AddressOfAsync(process));

        // A program that nobody listens to would stand still when its pipe is full.
        site._reading = site.ReadLogAsync();
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        return site;
    }

    /// <summary>What its log said that somebody must see at once, with the first line of the reason, once it has ended.</summary>
    public async Task<IReadOnlyCollection<string>> CriticalAsync()
    {
        await _reading;
        return _critical;
    }

    /// <summary>Reads what the program says until it has said where it listens.</summary>
    public static async Task<Uri> AddressOfAsync(Process process)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException("The site ended: " + await process.StandardError.ReadToEndAsync(CancellationToken.None));
    }

    /// <summary>Stops it between two instructions, so that it does nothing more but be killed. What a thread has asked the system for just then is done first.</summary>
    public async Task FreezeAsync()
    {
        Assert.Equal(0, await SiteProgram.RunToolAsync("kill", "-STOP", Id.ToString(CultureInfo.InvariantCulture)));
        await Eventually.HoldsAsync(() => Directory.GetDirectories($"/proc/{Id}/task").All(IsStopped), "every thread of the site stands still");
    }

    private static bool IsStopped(string thread) => File.ReadLines(Path.Combine(thread, "status")).Any(line => line.StartsWith("State:\tT", StringComparison.Ordinal));

    /// <summary>Ends it in the midst of everything, as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Tells it to stop, as an operator or a container engine does, and waits for its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Assert.Equal(0, await SiteProgram.RunToolAsync("kill", "-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)));
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private async Task ReadLogAsync()
    {
        var isCritical = false;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var isReason = isCritical;
            isCritical = line.Contains(" FATL ", StringComparison.Ordinal);
            if (isCritical || isReason)
            {
                _critical.Enqueue(line);
            }
        }
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Listening();
}
