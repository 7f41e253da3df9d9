using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Library;

/// <summary>
/// Makes the store hold what is used as it stands, and no longer what was deleted. It can take its time: no request
/// and no reload waits for it. A fault of the store is told in a sentence and harms nothing else.
/// </summary>
internal sealed class StoreUpkeep(ContentStore store, ContentFolder content, TimeProvider time)
{
    /// <summary>A full disk is not tried ten thousand times; and one file that cannot be written is no reason to keep no other.</summary>
    private const int MostFaults = 10;

    /// <summary>A folder without any file may be a volume that is away. After this time it is empty on purpose.</summary>
    private static readonly TimeSpan LongAbsence = TimeSpan.FromDays(1);

    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _missingSince = new(StringComparer.Ordinal);
    private ContentSet? _done;
    private bool _isComplete;

    /// <summary>Brings the store up to date.</summary>
    /// <param name="files">The files of the content folder.</param>
    /// <param name="set">What was made of them.</param>
    /// <param name="withdrawn">
    /// Paths that were deleted since the last run, be there a file again or not. A deletion takes words away, perhaps
    /// because a patient wants it, so that no faulty file in the same place may bring them back.
    /// </param>
    /// <param name="stop">Ends the work early; what was written until then is whole.</param>
    /// <returns>What is wrong with the store, as a sentence; null where nothing is.</returns>
    public string? Run(IReadOnlyDictionary<string, ReadFile> files, ContentSet set, IReadOnlySet<string> withdrawn, CancellationToken stop)
    {
        if (!ReferenceEquals(_done, set) && Update(files, ErrorsIn(set), withdrawn, stop) is [var first, ..])
        {
            return first;
        }

        _done = _isComplete ? set : null;
        return store.Damaged.Count == 0 ? null : $"The stored version of {store.Damaged.First()} is damaged.";
    }

    /// <summary>Paths that have an error, be it that the file is missing.</summary>
    public static IReadOnlySet<string> ErrorsIn(ContentSet set) =>
        set.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.File).ToHashSet(StringComparer.Ordinal);

    private List<string> Update(IReadOnlyDictionary<string, ReadFile> files, IReadOnlySet<string> faulty, IReadOnlySet<string> withdrawn, CancellationToken stop)
    {
        var faults = new List<string>();
        _isComplete = true;
        var stored = new Dictionary<string, FileStamp>(StringComparer.Ordinal);
        Guard(() => stored = store.Prepare().ToDictionary(stamp => stamp.Path, StringComparer.Ordinal), faults);
        if (faults.Count > 0)
        {
            return faults;
        }

        foreach (var path in stored.Keys.Where(path => withdrawn.Contains(path) || (files.TryGetValue(path, out var file) && MayBeOfPatient(file.Parsed))).ToList())
        {
            Guard(() => store.Delete(path), faults);
            stored.Remove(path);
        }

        foreach (var file in files.Values.Where(file => IsUsedAsItStands(file.Parsed, faulty)))
        {
            if (stop.IsCancellationRequested || faults.Count == MostFaults)
            {
                _isComplete = false;
                return faults;
            }

            Guard(() => _isComplete &= Copy(file, stored.GetValueOrDefault(file.Stamp.Path)), faults);
        }

        foreach (var path in Deleted(files, faulty, stored.Keys))
        {
            Guard(() => store.Delete(path), faults);
        }

        return faults;
    }

    private static void Guard(Action work, List<string> faults)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(fault.Message);
        }
    }

    /// <summary>A patient's case is never kept: no start may bring back what was withdrawn.</summary>
    private static bool MayBeOfPatient(ParsedFile file) =>
        file.Folder == "gallery" && file is not ParsedCase { FrontMatter: { Kind: CaseKind.Illustration, Authorization: null } };

    private static bool IsUsedAsItStands(ParsedFile file, IReadOnlySet<string> faulty) =>
        file is { IsTrusted: false, Fingerprint: not null } and not ParsedPicture and not UnusableFile
        && !MayBeOfPatient(file) && ContentStore.IsKept(file.Path) && !faulty.Contains(file.Path);

    /// <summary>Copies a file where the store has not got it as it is.</summary>
    /// <returns>Whether the store has it now: not where it was edited since it was parsed, which a later look takes over.</returns>
    private bool Copy(ReadFile file, FileStamp? stored)
    {
        var path = file.Stamp.Path;
        var fingerprint = file.Parsed.Fingerprint!.Value;
        if (_kept.TryGetValue(path, out var kept) && kept.Stamp == stored && kept.Fingerprint.Span.SequenceEqual(fingerprint.Span))
        {
            return true;
        }

        if (content.Read(file.Stamp, new FileProblems(path)) is not { } now || !now.Fingerprint().AsSpan().SequenceEqual(fingerprint.Span))
        {
            return false;
        }

        _kept[path] = new Kept(stored is not null && store.Read(stored) == now.Text ? stored : store.Write(path, now.Text), fingerprint);
        return true;
    }

    /// <summary>Stored versions of files that are not there any more, and not because something could not be read.</summary>
    private List<string> Deleted(IReadOnlyDictionary<string, ReadFile> files, IReadOnlySet<string> faulty, IReadOnlyCollection<string> stored)
    {
        var unreadable = files.Values.Select(file => file.Stamp).Where(stamp => stamp.IsUnreadableFolder).ToList();
        var folders = files.Keys.Select(ContentFile.FolderOf).ToHashSet(StringComparer.Ordinal);
        var missing = stored.Where(path => !files.ContainsKey(path) && !faulty.Contains(path) && !unreadable.Exists(folder => folder.Hides(path)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var back in _missingSince.Keys.Where(path => !missing.Contains(path)).ToList())
        {
            _missingSince.Remove(back);
        }

        var now = time.GetUtcNow();
        foreach (var path in missing)
        {
            _missingSince.TryAdd(path, now);
        }

        _isComplete &= missing.Count == 0;
        return missing.Where(path => folders.Contains(ContentFile.FolderOf(path)) || now - _missingSince[path] >= LongAbsence).ToList();
    }

    /// <summary>A version that is in the store.</summary>
    /// <param name="Stamp">The file it is in.</param>
    /// <param name="Fingerprint">The hash of its text.</param>
    private sealed record Kept(FileStamp Stamp, ReadOnlyMemory<byte> Fingerprint);
}
