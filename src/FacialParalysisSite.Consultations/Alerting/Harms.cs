using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>
/// Remembers what somebody did to the site's files while it ran, and that it began a new database: things that are over in
/// a moment, and of which somebody must be told all the same.
/// </summary>
internal sealed class Harms(TimeProvider time, ILogger<Harms> log)
{
    /// <summary>After so long without another one it is over.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromHours(1);

    /// <summary>Where a whole folder is emptied, more than one thing must be said.</summary>
    private const int MostTold = 5;

    private readonly Lock _lock = new();
    private readonly Dictionary<AlertKind, (RecentHarm Harm, long At)> _recent = [];

    /// <summary>Says at once in the log that the site's files were harmed, and remembers it.</summary>
    /// <param name="what">What happened and what became of it, in sentences.</param>
    public void NoteHarm(string what)
    {
        log.LogCritical("Somebody harms the site's files: {What}", what);
        Note(AlertKind.Harm, what);
    }

    /// <summary>Says in the log that a database was begun where there was none, and remembers it.</summary>
    /// <param name="file">The path of the database file.</param>
    public void NoteNewDatabase(string file)
    {
        log.LogWarning("A new database was begun in {File}. If this is not the first start there, the folder was emptied or its disk is not mounted: stop the site and bring it back", file);
        Note(AlertKind.NewDatabase, file);
    }

    /// <summary>The last of late of one kind; null where there is none.</summary>
    public RecentHarm? Find(AlertKind kind)
    {
        lock (_lock)
        {
            return Current(kind);
        }
    }

    private void Note(AlertKind kind, string what)
    {
        lock (_lock)
        {
            var (count, before) = Current(kind) is { } recent ? (recent.Count, recent.What.Where(sentence => sentence != what).TakeLast(MostTold - 1)) : (0, []);
            _recent[kind] = (new RecentHarm(count + 1, time.GetUtcNow(), [.. before, what]), time.GetTimestamp());
        }
    }

    private RecentHarm? Current(AlertKind kind) =>
        _recent.TryGetValue(kind, out var recent) && time.GetElapsedTime(recent.At) < Lasting ? recent.Harm : null;
}

/// <summary>Harm to the site's files, without an hour between two times.</summary>
/// <param name="Count">How many times.</param>
/// <param name="LastAt">When the last was.</param>
/// <param name="What">What happened the last times, each said once.</param>
internal sealed record RecentHarm(int Count, DateTimeOffset LastAt, IReadOnlyList<string> What);
