using System.Collections.Frozen;

namespace FacialParalysisSite.Content.Pictures;

/// <summary>
/// The folder of made pictures. A picture is there as a whole or not at all: it is made in a folder of its own, which then
/// gets its name. No name of an original is in it. Its folders may be deleted at any time: what is wanted is made again.
/// </summary>
/// <param name="root">The folder; it need not be there yet.</param>
internal sealed class PictureStore(string root)
{
    private const string Making = ".making-";

    private readonly string _patients = Path.Combine(root, "patients");
    private readonly Lock _changing = new();
    private volatile StoredPictures _held = StoredPictures.None;

    /// <summary>What was there when it was last looked at, with what was made and without what was deleted since.</summary>
    public StoredPictures Held => _held;

    /// <summary>Where a picture is, or would be.</summary>
    public string FolderOf(PictureId picture) => Path.Combine(picture.IsPrivate ? _patients : root, picture.Key);

    /// <summary>Looks what is there.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public void Look()
    {
        lock (_changing)
        {
            _held = new StoredPictures(List().ToFrozenDictionary(picture => picture, FilesOf));
        }
    }

    /// <summary>Every picture that has a folder, read from the disk.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public IReadOnlyList<PictureId> List() =>
        [.. KeysIn(root).Select(key => new PictureId(key, IsPrivate: false)), .. ListPrivate()];

    /// <summary>The same of patients' pictures alone.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public IReadOnlyList<PictureId> ListPrivate() => [.. KeysIn(_patients).Select(key => new PictureId(key, IsPrivate: true))];

    /// <summary>An empty folder in which a picture can be made.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public string Begin()
    {
        var folder = Path.Combine(root, Making + Guid.NewGuid().ToString("N"));
        CreateFolder(folder);
        return folder;
    }

    /// <summary>Puts a picture in its place that was made in a folder of <see cref="Begin"/>.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Keep(PictureId picture, string made)
    {
        // Before it gets its name, every byte is on the disk: a power cut leaves no empty files.
        foreach (var file in Directory.EnumerateFiles(made))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
            stream.Flush(flushToDisk: true);
        }

        lock (_changing)
        {
            CreateFolder(Path.GetDirectoryName(FolderOf(picture))!);
            DeleteFolder(FolderOf(picture));
            Directory.Move(made, FolderOf(picture));
            _held = _held.With(picture, FilesOf(picture));
        }
    }

    /// <summary>Deletes every file of a picture.</summary>
    /// <exception cref="IOException">It cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be deleted.</exception>
    public void Delete(PictureId picture)
    {
        lock (_changing)
        {
            _held = _held.Without(picture);
            DeleteFolder(FolderOf(picture));
        }
    }

    /// <summary>Deletes what was being made when the site was killed, as far as it can be deleted. Not for the time in which something is made.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public void DeleteLeftovers()
    {
        foreach (var folder in FoldersIn(root).Where(folder => Path.GetFileName(folder).StartsWith(Making, StringComparison.Ordinal)))
        {
            try
            {
                DeleteFolder(folder);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // It takes room, and nothing else: pictures can be made beside it.
            }
        }
    }

    public static void DeleteFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody was faster.
        }
    }

    private FrozenSet<string> FilesOf(PictureId picture)
    {
        var folder = new DirectoryInfo(FolderOf(picture));
        try
        {
            return folder.GetFiles().Where(file => file.Length > 0).Select(file => file.Name).ToFrozenSet(StringComparer.Ordinal);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static IEnumerable<string> KeysIn(string folder) =>
        FoldersIn(folder).Select(found => Path.GetFileName(found)).Where(name => name.Length == PictureRecipe.KeyLength && name.All(char.IsAsciiHexDigitLower));

    private static string[] FoldersIn(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Nobody else on the machine looks at patients.</summary>
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
