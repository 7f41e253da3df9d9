using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Library;

/// <summary>
/// The folder of last good versions: the text of every file of the content folder as it was when it last had no error.
/// It lies outside the content folder and nobody writes there but the site; what does not match its hash any more is not used.
/// </summary>
/// <param name="root">The folder.</param>
/// <param name="contentRoot">The content folder.</param>
internal sealed class ContentStore(string root, string contentRoot)
{
    private readonly ContentFolder _folder = new(root, SealedText.Open, SealedText.Length);
    private readonly HashSet<string> _damaged = new(StringComparer.Ordinal);

    /// <summary>Paths of which a stored version was asked for and could not be used.</summary>
    public IReadOnlySet<string> Damaged => _damaged;

    /// <summary>Whether one of the two folders lies in the other, so that the store would be taken for content.</summary>
    public bool IsMixedUp => IsIn(root, contentRoot) || IsIn(contentRoot, root);

    /// <summary>Whether a version of a path can be kept: text with a plain name, at the top or one folder below.</summary>
    public static bool IsKept(string path) =>
        Path.GetExtension(path) is ".md" or ".yml"
        && path.Split('/') is { Length: 1 or 2 } parts
        && parts[..^1].Append(Path.GetFileNameWithoutExtension(path)).All(Slug.IsValid);

    /// <summary>The last good rules for words; null where there are none.</summary>
    public EvidenceRules? RecallRules() =>
        Recall(folder => new ContentParser(folder, EvidenceRules.None), stamp => stamp.Path == ChecksFile.Name) is [{ Parsed: ParsedChecks checks }] ? checks.Rules : null;

    /// <summary>Stored versions, to be used whatever is found wrong in them by now. Those that cannot be read are left out.</summary>
    /// <param name="parserOf">Makes the parser of a folder.</param>
    public IReadOnlyList<ReadFile> Recall(Func<ContentFolder, ContentParser> parserOf) => Recall(parserOf, _ => true);

    private List<ReadFile> Recall(Func<ContentFolder, ContentParser> parserOf, Func<FileStamp, bool> isWanted)
    {
        if (IsMixedUp || !_folder.Exists)
        {
            return [];
        }

        var parser = parserOf(_folder);
        var found = Readable().Where(isWanted).AsParallel().Select(stamp => new ReadFile(stamp, GuardedParsing.Run(parser.Parse, stamp), IsSettled: false))
            .ToLookup(file => IsWhole(file.Parsed));
        _damaged.UnionWith(found[false].Select(file => file.Stamp.Path));
        return found[true].Select(file => file with { Parsed = file.Parsed with { IsTrusted = true, Problems = [] } }).ToList();
    }

    private List<FileStamp> Readable()
    {
        try
        {
            return List().ToList();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Whoever keeps the store up to date finds the same fault, and tells it.
            return [];
        }
    }

    /// <summary>The text of a stored version; null where it cannot be read.</summary>
    public string? Read(FileStamp stamp) => stamp.LeadsOutside ? null : _folder.Read(stamp, new FileProblems(stamp.Path))?.Text;

    /// <summary>Makes the folder, rids it of what a killed program left half written, and lists every stored version.</summary>
    /// <exception cref="IOException">The disk does not let it.</exception>
    /// <exception cref="UnauthorizedAccessException">The site may not.</exception>
    public IEnumerable<FileStamp> Prepare()
    {
        if (IsMixedUp)
        {
            throw new IOException("The store and the content folder lie in one another.");
        }

        Directory.CreateDirectory(root);
        foreach (var folder in Directory.GetDirectories(root).Where(folder => !IsLink(folder)).Prepend(root))
        {
            AtomicFile.DeleteLeftovers(folder);
        }

        return List();
    }

    /// <summary>Keeps a version and gives the file it is in now.</summary>
    /// <exception cref="IOException">The disk does not let it; what was kept before is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The site may not; what was kept before is still there.</exception>
    public FileStamp Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(root, path));
        if (IsLink(file.DirectoryName!) && ContentFile.FolderOf(path).Length > 0)
        {
            throw new IOException($"{file.DirectoryName} is a link, which may lead out of the store.");
        }

        Directory.CreateDirectory(file.DirectoryName!);
        AtomicFile.Write(file.FullName, SealedText.Seal(text));
        _damaged.Remove(path);
        return new FileStamp(path, file.Length, file.LastWriteTimeUtc, LeadsOutside: false);
    }

    /// <exception cref="IOException">The disk does not let it.</exception>
    /// <exception cref="UnauthorizedAccessException">The site may not.</exception>
    public void Delete(string path)
    {
        File.Delete(Path.Combine(root, path));
        _damaged.Remove(path);
    }

    private IEnumerable<FileStamp> List() => _folder.List().Where(stamp => IsKept(stamp.Path));

    /// <summary>A version had no error when it was kept. One that cannot even be read was damaged since.</summary>
    private static bool IsWhole(ParsedFile version) => version is not (UnusableFile or ParsedClinic { Clinic: null });

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    private static bool IsIn(string folder, string other) =>
        (ContentFolder.RealPath(folder) + Path.DirectorySeparatorChar).StartsWith(ContentFolder.RealPath(other) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
