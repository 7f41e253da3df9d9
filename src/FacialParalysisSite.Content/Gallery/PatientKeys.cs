namespace FacialParalysisSite.Content.Gallery;

/// <summary>
/// Remembers which pictures ever lay in the folder of patients, by hashes that say nothing of anybody. A copy shows the same
/// person wherever it lies, also when the patient's case and its pictures have been deleted. Safe to use from many threads.
/// </summary>
/// <param name="file">Where they are kept for the next start, one a line; null for nowhere.</param>
internal sealed class PatientKeys(string? file)
{
    private readonly Lock _changing = new();
    private HashSet<string>? _keys;

    public bool Have(string key)
    {
        lock (_changing)
        {
            return Known().Contains(key);
        }
    }

    public void Add(IEnumerable<string> keys)
    {
        lock (_changing)
        {
            var known = Known();
            var come = keys.Where(known.Add).ToList();
            if (come.Count > 0 && file is not null)
            {
                Write(file, come);
            }
        }
    }

    private HashSet<string> Known() => _keys ??= Read(file);

    private static HashSet<string> Read(string? file)
    {
        try
        {
            return file is null ? new(StringComparer.Ordinal) : File.ReadLines(file).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // At the first start there is none. Else the pictures that lie there now are all that is known.
            return new(StringComparer.Ordinal);
        }
    }

    private static void Write(string file, IReadOnlyList<string> keys)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.AppendAllLines(file, keys);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Known until the next start, at which what still lies there is added again.
        }
    }
}
