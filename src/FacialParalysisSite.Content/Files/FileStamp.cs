namespace FacialParalysisSite.Content.Files;

/// <summary>What tells, without reading a file, whether it changed.</summary>
/// <param name="Path">Path below the content folder, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">Last write, UTC.</param>
/// <param name="LeadsOutside">Whether it is a link to something outside the content folder.</param>
internal sealed record FileStamp(string Path, long Length, DateTime Modified, bool LeadsOutside)
{
    /// <summary>Whether it is a folder that cannot be listed now: what was in it is not known to be deleted.</summary>
    public bool IsUnreadableFolder { get; init; }

    /// <summary>Whether a path lies in this folder, which cannot be listed.</summary>
    public bool Hides(string path) => IsUnreadableFolder && (Path.Length == 0 || path.StartsWith(Path + "/", StringComparison.Ordinal));
}
