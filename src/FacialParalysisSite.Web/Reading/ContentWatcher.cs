using System.Diagnostics;
using System.Threading.Channels;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Reading;

/// <summary>
/// Takes edits over: at once where the file system tells of them, otherwise at the next regular look, as on volumes
/// that tell nothing.
/// </summary>
internal sealed class ContentWatcher(ContentReloader reloader, IOptions<ContentOptions> options, ILogger<ContentWatcher> log)
    : BackgroundService
{
    /// <summary>An edit is live within five seconds in any case; a look at ten thousand files takes a fraction of one.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    /// <summary>An editor writes a file in several steps. This long after the last of them it is read.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    /// <summary>A program that never stops writing does not hold up the edits of others for longer than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    private readonly Channel<string> _touched = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly string _root = options.Value.Root;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var watched = FolderNow();
            using var watcher = Watch();

            // Another folder may take the place of the one that is watched; then that one is.
            while (!stoppingToken.IsCancellationRequested && FolderNow() == watched)
            {
                reloader.Reload(await NextAsync(stoppingToken));
            }
        }
    }

    /// <summary>Waits until something was touched and it is quiet again, or until the next regular look.</summary>
    private async Task<IReadOnlySet<string>> NextAsync(CancellationToken stoppingToken)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            touched.Add(await ReadAsync(LookEvery, stoppingToken));
            for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < LongestWait;)
            {
                touched.Add(await ReadAsync(Quiet, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // It is time to look.
        }

        return touched;
    }

    private async Task<string> ReadAsync(TimeSpan patience, CancellationToken stoppingToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        wait.CancelAfter(patience);
        return await _touched.Reader.ReadAsync(wait.Token);
    }

    /// <summary>Tells one folder from another of the same name; null where it cannot be looked at.</summary>
    private DateTime? FolderNow()
    {
        try
        {
            return Directory.GetCreationTimeUtc(_root);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(_root) { IncludeSubdirectories = true };
            watcher.Changed += (_, change) => Touch(change.FullPath);
            watcher.Created += (_, change) => Touch(change.FullPath);
            watcher.Deleted += (_, change) => Touch(change.FullPath);
            watcher.Renamed += (_, change) => Touch(change.FullPath);
            watcher.Error += (_, fault) => log.LogWarning(fault.GetException(), "Edits may be noticed late, at the latest after {Seconds} s", LookEvery.TotalSeconds);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            log.LogWarning(fault, "The file system does not tell of edits; they are noticed after {Seconds} s", LookEvery.TotalSeconds);
            return null;
        }
    }

    private void Touch(string path) => _touched.Writer.TryWrite(Path.GetRelativePath(_root, path).Replace('\\', '/'));
}
