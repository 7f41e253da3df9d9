using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Pictures;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>
/// Remembers which pictures ever lay in the folder of patients, by hashes that say nothing of anybody. A copy shows the same
/// person wherever it lies, also when the patient's case and its pictures have been deleted. Safe to use from many threads.
/// </summary>
/// <param name="file">Where they are kept for the next start, one a line; null for nowhere.</param>
internal sealed class PatientKeys(string? file)
{
    /// <summary>No file has so many bytes: it is to be looked at.</summary>
    private const long Unseen = -1;

    private const string Damaged = ".damaged";

    private readonly Lock _changing = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private HashSet<string> _named = [];

    /// <summary>Of the file as it was written, null for none: where it has another, somebody or the disk has changed it.</summary>
    private long? _length = Unseen;

    private volatile bool _isFaulty;

    /// <summary>
    /// Whether the file could not be read or written at the last look, which is tried again at the next; or lines of it were
    /// unreadable, until somebody has taken away the copy of it that ends in <c>.damaged</c>.
    /// </summary>
    public bool IsFaulty => _isFaulty || (file is not null && File.Exists(file + Damaged));

    public bool Have(string key)
    {
        lock (_changing)
        {
            return _known.Contains(key) || _named.Contains(key);
        }
    }

    /// <summary>Adds those that lie there now to those that the file has, and sees that it has them all.</summary>
    public void Add(IEnumerable<string> keys)
    {
        lock (_changing)
        {
            var before = _known.Count;
            _known.UnionWith(keys);
            if (file is not null && (_known.Count > before || LengthOf(file) != _length))
            {
                Keep(file);
            }
        }
    }

    /// <summary>Takes over those that lie elsewhere and that cases name as patients' today. The name may be a slip, so that it is not kept.</summary>
    /// <param name="keys">Of those that the cases name.</param>
    /// <param name="areAllRead">Whether every case could be read; one that could not may name what it named before.</param>
    public void Name(IEnumerable<string> keys, bool areAllRead)
    {
        lock (_changing)
        {
            _named = keys.Concat(areAllRead ? [] : _named).ToHashSet(StringComparer.Ordinal);
        }
    }

    private void Keep(string file)
    {
        try
        {
            var lines = Read(file);
            _known.UnionWith(lines.Where(IsKey));
            if (lines.Any(line => line.Length > 0 && !IsKey(line)))
            {
                // What was lost of it nobody else knows, unless somebody can make sense of it.
                File.Copy(file, file + Damaged, overwrite: true);
            }

            if (_known.Count > 0)
            {
                Write(file, _known);
            }

            _length = LengthOf(file);
            _isFaulty = false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // One that cannot be read is not written over: it has what nobody else knows.
            _length = Unseen;
            _isFaulty = true;
        }
    }

    private static bool IsKey(string line) => line.Length == PictureRecipe.KeyLength && line.All(char.IsAsciiHexDigitLower);

    private static string[] Read(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>All of them: of a file to which one is added, the last line may be half there.</summary>
    private static void Write(string file, IEnumerable<string> keys)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!).FullName;
        AtomicFile.DeleteLeftovers(folder);
        AtomicFile.Write(file, string.Concat(keys.Select(key => key + "\n")));
    }

    /// <summary>Null where there is none.</summary>
    private static long? LengthOf(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : null;
}
