namespace FacialParalysisSite.Content.Files;

/// <summary>What tells, without reading a file, whether it changed.</summary>
/// <param name="Path">Path below the content folder, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">Last write, UTC.</param>
/// <param name="LeadsOutside">Whether it is a link to something outside the content folder.</param>
internal sealed record FileStamp(string Path, long Length, DateTime Modified, bool LeadsOutside);
