using System.Collections.Immutable;
using FacialParalysisSite.Content.Addresses;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Library;

/// <summary>
/// Holds the current catalog. <see cref="Reload"/> looks at the content folder and swaps in a new one where something
/// changed; where only the time changed what is published, <see cref="Current"/> does so by itself. Safe to use from
/// many threads.
/// </summary>
public sealed class ContentLibrary(ContentSettings settings, TimeProvider time)
{
    /// <summary>
    /// A file written this shortly before it was read may be written again without a new time on it: file systems
    /// count in steps of up to two seconds. It is read again at the next look.
    /// </summary>
    private static readonly TimeSpan UnsettledFor = TimeSpan.FromSeconds(3);

    /// <summary>Stands for every file of the gallery.</summary>
    private const string GalleryFile = "gallery/x.md";

    private readonly ContentFolder _folder = new(settings.Root);
    private readonly ContentStore? _store = settings.Store is { } store ? new ContentStore(store, settings.Root) : null;
    private readonly PermissionWatch _permissions = new(time);

    /// <summary>Held during a whole look, which may take for ever where the disk hangs: no request may wait for it.</summary>
    private readonly Lock _changing = new();

    /// <summary>Held while what is in use is changed.</summary>
    private readonly Lock _swapping = new();
    private readonly Lock _keeping = new();
    private StoreUpkeep? _upkeep;
    private bool _hasRecalled;
    private Dictionary<string, ReadFile> _files = new(StringComparer.Ordinal);
    private EvidenceRules _rules = EvidenceRules.None;
    private ImmutableHashSet<string> _withdrawn = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    private volatile ContentSet _set = ContentSet.Empty;
    private volatile ContentCatalog? _current;
    private DateTimeOffset? _linkedUntil;
    private long _version;

    /// <summary>What has ever been a patient's picture.</summary>
    internal PatientKeys Patients { get; } = new(settings.Pictures is { } folder ? Path.Combine(folder, "patients.keys") : null);

    /// <summary>The pictures that have been made; null where none are kept.</summary>
    internal PictureStore? Pictures { get; } = settings.Pictures is { } pictures ? new PictureStore(pictures) : null;

    /// <summary>Whether it cannot be read or kept which pictures were those of patients: copies of deleted ones may be shown.</summary>
    public bool HasLostPatients => Patients.IsFaulty;

    /// <summary>Whether there is anything to serve: false until a readable <c>clinic.yml</c> was loaded.</summary>
    public bool IsReady => _current is not null;

    /// <summary>What the clinic said of itself when the content was last taken over; never fails. Null until then.</summary>
    public Clinic? LastKnownClinic => _current?.Clinic;

    /// <summary>Everything that was wrong when the content was last taken over.</summary>
    public IReadOnlyList<ContentProblem> Problems => _set.Problems;

    /// <summary>What is published now.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    public ContentCatalog Current
    {
        get
        {
            var catalog = _current ?? throw new InvalidOperationException("Load the content first.");
            var now = time.GetUtcNow();
            return IsTimely(catalog, now) && catalog.ShowsPatients(_permissions.IsCurrent) ? catalog : Renew();
        }
    }

    /// <summary>Looks at the content folder and takes over what changed.</summary>
    /// <param name="touched">Paths below the content folder that are read again even if they look unchanged.</param>
    /// <param name="checksWords">Whether what is said is checked at once; else <see cref="CheckWords"/> has to follow.</param>
    public ContentReload Reload(IReadOnlySet<string>? touched = null, bool checksWords = true)
    {
        lock (_changing)
        {
            if (_current is null)
            {
                LookAtPictures();
            }

            var look = _permissions.Begin();
            var stamps = _folder.Exists ? _folder.List() : [];

            // A volume that is not there for a moment is not a site without pages.
            if (stamps.Count == 0 && _files.Count > 0)
            {
                return new ContentReload(Changed: false, _set.Problems, [], []) { FolderIsAway = true };
            }

            var (files, rules) = Read(stamps, touched, checksWords);
            var changed = files.Count != _files.Count || files.Any(file => !_files.TryGetValue(file.Key, out var known) || known.Parsed != file.Value.Parsed);

            // A review falls due by the time alone, and so does what else is wrong only from a day on.
            var isOutdated = time.GetUtcNow() >= _linkedUntil;
            var seen = stamps.Any(stamp => stamp.Hides(GalleryFile)) ? (long?)null : look;
            if (changed || isOutdated || _current is null)
            {
                return Swap(files, rules, seen);
            }

            lock (_swapping)
            {
                _files = files;
                NotePermissions(seen);
            }

            return new ContentReload(Changed: false, _set.Problems, [], []);
        }
    }

    /// <summary>
    /// Checks what is said in files that were read without doing so. No page depends on it, so that the catalog stays. It may
    /// take long and keeps nobody waiting, not even who edits.
    /// </summary>
    /// <param name="stop">Ends the work early; what was not checked then is not told.</param>
    public ContentReload CheckWords(CancellationToken stop = default) => TakeOver(FindWords(stop));

    /// <summary>What <see cref="CheckWords"/> finds, before it is taken over.</summary>
    internal IReadOnlyList<(ReadFile Before, ReadFile Now)> FindWords(CancellationToken stop = default)
    {
        var (files, _, _) = Snapshot();
        return new LateWordCheck(_folder, _rules).Run(files.Values, stop);
    }

    /// <summary>Takes over what was found in files that are still the same.</summary>
    internal ContentReload TakeOver(IReadOnlyList<(ReadFile Before, ReadFile Now)> found)
    {
        lock (_changing)
        {
            lock (_swapping)
            {
                var before = _set.Problems;
                var still = found.Where(file => ReferenceEquals(_files.GetValueOrDefault(file.Before.Stamp.Path), file.Before)).ToList();
                _files = new Dictionary<string, ReadFile>(_files, StringComparer.Ordinal);
                foreach (var (_, now) in still)
                {
                    _files[now.Stamp.Path] = now;
                }

                var appeared = ContentLinker.InOrder(still.Where(file => !file.Now.Parsed.IsTrusted).SelectMany(file => file.Now.Parsed.Problems.Except(file.Before.Parsed.Problems)));
                _set = _set with { Problems = ContentLinker.InOrder(before.Concat(appeared)) };
                return new ContentReload(Changed: false, _set.Problems, appeared, []);
            }
        }
    }

    /// <summary>Lets pages show the pictures that have been made since the last catalog, and no longer those that were deleted.</summary>
    internal void RenewPictures()
    {
        lock (_swapping)
        {
            if (_current is not null)
            {
                _current = new ContentCatalog(_set, settings, time.GetUtcNow(), ++_version, Pictures, _permissions.IsCurrent);
            }
        }
    }

    /// <summary>The list of every address ever published, beside what is published now.</summary>
    public AddressList Addresses()
    {
        var (files, set, _) = Snapshot();
        return new AddressList(settings.Root, files.GetValueOrDefault(AddressFile.Name)?.Parsed, new PublishedAddresses(set, PublicationNow()).Published());
    }

    /// <summary>Every page and article there is a file of, in the order of their addresses.</summary>
    public IReadOnlyList<ContentRow> Report()
    {
        var (files, set, _) = Snapshot();
        return new ContentReport(set, PublicationNow()).Rows(files.Values.Select(file => file.Parsed));
    }

    /// <summary>
    /// Keeps what is used as it stands for the next start, where there is a store. It may take long and keeps nobody
    /// waiting; where nothing changed it does nothing.
    /// </summary>
    /// <param name="stop">Ends the work early; nothing is left half written.</param>
    /// <returns>What is wrong with the store, as a sentence that has no words of the content; null where nothing is.</returns>
    public string? Keep(CancellationToken stop = default)
    {
        if (_store is null)
        {
            return null;
        }

        lock (_keeping)
        {
            var (files, set, withdrawn) = Snapshot();
            _upkeep ??= new StoreUpkeep(_store, _folder, time);
            var fault = files.Count == 0 ? null : _upkeep.Run(files, set, withdrawn, stop);
            if (fault is null)
            {
                Forget(withdrawn);
            }

            return fault;
        }
    }

    private (Dictionary<string, ReadFile> Files, ContentSet Set, ImmutableHashSet<string> Withdrawn) Snapshot()
    {
        lock (_swapping)
        {
            return (_files, _set, _withdrawn);
        }
    }

    private void Forget(ImmutableHashSet<string> withdrawn)
    {
        lock (_swapping)
        {
            _withdrawn = _withdrawn.Except(withdrawn);
        }
    }

    /// <summary>So that the first catalog has the pictures of the last run. Whether the folder can be read, the keeper of pictures tells.</summary>
    private void LookAtPictures()
    {
        try
        {
            Pictures?.Look();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Pages show the places of pictures until they have been made.
        }
    }

    private (Dictionary<string, ReadFile> Files, EvidenceRules Rules) Read(IReadOnlyList<FileStamp> stamps, IReadOnlySet<string>? touched, bool checksWords)
    {
        var checks = stamps.Where(stamp => stamp.Path == ChecksFile.Name).Select(stamp => Read(stamp, new ContentParser(_folder, EvidenceRules.None), touched)).ToList();
        var rules = checks is [{ Parsed: ParsedChecks { HasErrors: false } found }] ? found.Rules
            : _hasRecalled || stamps.Count == 0 ? _rules
            : _store?.RecallRules() ?? _rules;
        var haveChanged = rules != _rules;
        var parser = new ContentParser(_folder, rules, checksWords);
        var hidden = stamps.Where(stamp => stamp.IsUnreadableFolder)
            .SelectMany(folder => _files.Values.Where(file => folder.Hides(file.Stamp.Path)));
        var files = stamps.AsParallel()
            .Where(stamp => stamp.Path != ChecksFile.Name)
            .Select(stamp => Read(stamp, parser, touched, again: haveChanged))
            .AsEnumerable()
            .Concat(checks)
            .Concat(hidden)
            .DistinctBy(file => file.Stamp.Path, StringComparer.Ordinal)
            .ToDictionary(file => file.Stamp.Path, StringComparer.Ordinal);
        MarkCopies(files);
        return (files, rules);
    }

    /// <summary>A copy of a patient's picture is one, too, and so is one that a patient's case names, wherever it lies.</summary>
    private void MarkCopies(Dictionary<string, ReadFile> files)
    {
        Patients.Add(files.Values.Where(file => PatientPictures.Has(file.Stamp.Path)).SelectMany(file => KeysOf(file.Parsed)));
        var named = files.Values.Select(file => file.Parsed).OfType<ParsedCase>().Where(item => item.FrontMatter.Kind != CaseKind.Illustration)
            .SelectMany(item => item.FrontMatter.Pictures.Files).Select(picture => files.GetValueOrDefault(picture.Value)?.Parsed);
        var areAllRead = !files.Values.Any(file => file.Parsed is UnusableFile && file.Stamp.Path.StartsWith("gallery/", StringComparison.Ordinal));
        Patients.Name(named.OfType<ParsedFile>().SelectMany(KeysOf), areAllRead);
        foreach (var (path, file) in files.ToList())
        {
            if (file.Parsed is ParsedPicture picture && Patients.Have(picture.Hash) is var isOfPatient && isOfPatient != picture.IsOfPatient)
            {
                files[path] = file with { Parsed = picture with { IsOfPatient = isOfPatient } };
            }
        }
    }

    /// <summary>By its hash a copy is known for ever, by its key what was made of it.</summary>
    private static IReadOnlyList<string> KeysOf(ParsedFile file) => file switch
    {
        ParsedPicture picture => [picture.Hash, picture.Key],
        UnusableFile unusable => unusable.PatientKeys,
        _ => [],
    };

    /// <summary>Reads a file, unless what is known of it still holds.</summary>
    /// <param name="stamp">The file as it is now.</param>
    /// <param name="parser">Reads it.</param>
    /// <param name="touched">Paths that are read again even if they look unchanged.</param>
    /// <param name="again">Whether what is known of texts no longer holds, as the rules have changed.</param>
    private ReadFile Read(FileStamp stamp, ContentParser parser, IReadOnlySet<string>? touched, bool again = false)
    {
        var known = again && !stamp.Path.StartsWith("images/", StringComparison.Ordinal) ? null : _files.GetValueOrDefault(stamp.Path);
        if (known?.IsFresh(stamp) == true && touched?.Contains(stamp.Path) != true)
        {
            return known;
        }

        var parsed = GuardedParsing.Run(parser.Parse, stamp);
        var isSettled = (time.GetUtcNow().UtcDateTime - stamp.Modified).Duration() > UnsettledFor;
        return new ReadFile(stamp, SameOrNew(known?.Parsed, parsed), isSettled);
    }

    /// <summary>A file that was read again and says the same is no change.</summary>
    private static ParsedFile SameOrNew(ParsedFile? known, ParsedFile read) =>
        known is { IsTrusted: false, AwaitsWordCheck: false, Fingerprint: { } before } && read.Fingerprint is { } now && before.Span.SequenceEqual(now.Span) ? known : read;

    /// <summary>Takes everything over at once, or, where something in it is beyond the site, nothing.</summary>
    /// <param name="files">Every file there is now.</param>
    /// <param name="rules">What their words were checked for.</param>
    /// <param name="seen">When the look began that saw the files of the gallery; null where they could not be listed.</param>
    private ContentReload Swap(Dictionary<string, ReadFile> files, EvidenceRules rules, long? seen)
    {
        var before = _set.Problems;
        var linked = Link(files.Values, _set);
        if (!_hasRecalled && files.Count > 0)
        {
            linked = Recall(files, rules, linked);
        }

        lock (_swapping)
        {
            var knows = seen is { } look ? _permissions.IsRecent(look) : _permissions.IsCurrent;
            var catalog = linked.Clinic is null ? _current : new ContentCatalog(linked, settings, time.GetUtcNow(), ++_version, Pictures, knows);
            _hasRecalled |= files.Count > 0;
            _withdrawn = _withdrawn.Union(DeletedSince(files));
            _files = files;
            _rules = rules;
            _set = linked;
            _linkedUntil = PublicationNow().NextChange(linked);
            _current = catalog;
            NotePermissions(seen);
        }

        return new ContentReload(Changed: true, _set.Problems, _set.Problems.Except(before).ToList(), before.Except(_set.Problems).ToList());
    }

    private void NotePermissions(long? seen)
    {
        if (seen is { } look)
        {
            _permissions.Note(look);
        }
    }

    /// <summary>
    /// Files that were taken away. A folder without any file may be a volume that is away, and what a site cannot be
    /// without is not withdrawn but missing.
    /// </summary>
    private IEnumerable<string> DeletedSince(Dictionary<string, ReadFile> files)
    {
        var folders = files.Keys.Select(ContentFile.FolderOf).ToHashSet(StringComparer.Ordinal);
        return _files.Keys.Except(ContentLinker.NeededFiles, StringComparer.Ordinal).Where(path => !files.ContainsKey(path) && folders.Contains(ContentFile.FolderOf(path)));
    }

    private ContentSet Link(IEnumerable<ReadFile> files, ContentSet previous)
    {
        var parsed = files.ToDictionary(file => file.Stamp.Path, file => file.Parsed, StringComparer.Ordinal);
        return ContentLinker.Link(parsed, previous, PublicationNow());
    }

    /// <summary>
    /// At a start where something is faulty, the store has the set that the site had when it was stopped: not only the last
    /// good versions, but also who had an alias or was the hub of a category first.
    /// </summary>
    private ContentSet Recall(Dictionary<string, ReadFile> files, EvidenceRules rules, ContentSet linked)
    {
        var faulty = StoreUpkeep.ErrorsIn(linked);
        if (_store is null || faulty.Count == 0)
        {
            return linked;
        }

        var folders = files.Values.Select(file => file.Stamp).Where(stamp => stamp.IsUnreadableFolder).ToList();
        var stored = _store.Recall(folder => new ContentParser(folder, rules));
        if (stored.Count == 0)
        {
            return linked;
        }

        // Lists and people that the store has not got are those of the disk; pages that it has not got are new.
        var kept = stored.Select(version => version.Stamp.Path).ToHashSet(StringComparer.Ordinal);
        var others = files.Values.Where(file => file.Parsed.Folder is not ("articles" or "pages" or "gallery") && !kept.Contains(file.Stamp.Path) && !faulty.Contains(file.Stamp.Path))
            .Select(file => file with { Parsed = file.Parsed with { IsTrusted = true } });
        var previous = Link(others.Concat(stored), ContentSet.Empty);
        foreach (var hidden in stored.Where(version => folders.Exists(folder => folder.Hides(version.Stamp.Path))))
        {
            files[hidden.Stamp.Path] = hidden;
        }

        return Link(files.Values, previous);
    }

    private Publication PublicationNow() => new(settings, time.GetUtcNow());

    private ContentCatalog Renew()
    {
        lock (_swapping)
        {
            var knows = _permissions.IsCurrent;
            return IsTimely(_current!, time.GetUtcNow()) && _current!.ShowsPatients(knows)
                ? _current
                : _current = new ContentCatalog(_set, settings, time.GetUtcNow(), ++_version, Pictures, knows);
        }
    }

    /// <summary>A clock that was set back, too, makes a catalog untimely.</summary>
    private static bool IsTimely(ContentCatalog catalog, DateTimeOffset now) =>
        now >= catalog.ValidFrom && !(now >= catalog.ValidUntil);
}
