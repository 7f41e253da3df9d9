using System.Collections.Concurrent;

namespace FacialParalysisSite.Web.Logging;

/// <summary>
/// Writes one line for each request, as long as they are not too many: beyond, those of a kind share a line for each second.
/// Who asks for a page ten thousand times a second must not fill the disk, nor the time of the machine, with lines that say
/// the same.
/// </summary>
internal sealed class RequestLines(ILogger<RequestLines> log) : BackgroundService
{
    /// <summary>Lines in a second. Patients alone never make so many.</summary>
    public const int Most = 100;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>As many as there are kinds of requests, some hundred.</summary>
    private readonly ConcurrentDictionary<RequestKind, Gathered> _gathered = new();

    private int _room = Most;

    public void Note(RequestKind kind, TimeSpan took)
    {
        if (kind.IsProbe)
        {
            log.LogDebug("{Method} {Route} {Status} {Milliseconds:0.0} ms", kind.Method, kind.Route, kind.Status, took.TotalMilliseconds);
        }
        else if (Volatile.Read(ref _room) > 0 && Interlocked.Decrement(ref _room) >= 0)
        {
            log.LogInformation("{Method} {Route} {Status} {Milliseconds:0.0} ms", kind.Method, kind.Route, kind.Status, took.TotalMilliseconds);
        }
        else
        {
            _gathered.GetOrAdd(kind, _ => new Gathered()).Add(took);
        }
    }

    /// <summary>Writes what was gathered, and lets single lines through again.</summary>
    public void Write()
    {
        foreach (var (kind, gathered) in _gathered)
        {
            if (gathered.Take() is { Count: > 0 } taken)
            {
                log.LogInformation("{Method} {Route} {Status} {Milliseconds:0.0} ms at most, {Count} times",
                    kind.Method, kind.Route, kind.Status, taken.Longest.TotalMilliseconds, taken.Count);
            }
        }

        Volatile.Write(ref _room, Most);
    }

    /// <summary>The server has stopped by then: what starts first stops last.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Write();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Second);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Write();
        }
    }

    private sealed class Gathered
    {
        private readonly Lock _adding = new();
        private int _count;
        private TimeSpan _longest;

        public void Add(TimeSpan took)
        {
            lock (_adding)
            {
                _count++;
                _longest = took > _longest ? took : _longest;
            }
        }

        public (int Count, TimeSpan Longest) Take()
        {
            lock (_adding)
            {
                var taken = (_count, _longest);
                (_count, _longest) = (0, TimeSpan.Zero);
                return taken;
            }
        }
    }
}
