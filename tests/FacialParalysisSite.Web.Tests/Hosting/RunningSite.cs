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
    private readonly TaskCompletionSource<Uri?> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private readonly Task<string> _errors;

    private RunningSite(Process process)
    {
        // A program that nobody listens to would stand still when its pipe is full.
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _reading = ReadLogAsync();
    }

    /// <summary>Where it listens, once it does.</summary>
    public Uri Address => _listening.Task is { IsCompletedSuccessfully: true, Result: { } address } ? address : throw new InvalidOperationException("The site does not listen.");

    /// <summary>The id of its process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it, and waits for nothing. Its settings lie in the folder that it is started in.</summary>
    public static RunningSite Begin((string Name, string Value)[] settings) => new(SiteProgram.Start(SiteProgram.Dll, [], Repository.WebProject, settings));

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<RunningSite> StartAsync((string Name, string Value)[] settings)
    {
        var site = Begin(settings);
        return await site.ListensAsync() ? site : throw new InvalidOperationException("The site ended: " + await site._errors);
    }

    /// <summary>Waits until it listens.</summary>
    /// <returns>Whether it does; not, where it has ended before.</returns>
    public async Task<bool> ListensAsync() => await _listening.Task.WaitAsync(TimeSpan.FromMinutes(1)) is not null;

    /// <summary>What its log said that somebody must see at once, each with everything below it up to the next entry, once it has ended.</summary>
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
            if (ListeningAddress().Match(line) is { Success: true } match)
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
            if (ListeningAddress().Match(line) is { Success: true } match)
            {
                _listening.TrySetResult(new Uri(match.Value));
            }

            isCritical = EntryBegin().IsMatch(line) ? line.Contains(" FATL ", StringComparison.Ordinal) : isCritical;
            if (isCritical)
            {
                _critical.Enqueue(line);
            }
        }

        _listening.TrySetResult(null);
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex ListeningAddress();

    /// <summary>The time of day that the settings of the log put before each entry.</summary>
    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:", RegexOptions.NonBacktracking)]
    private static partial Regex EntryBegin();
}
