using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Parsing;

namespace FacialParalysisSite.Content.Library;

/// <summary>A file of the content folder, as it was when it was last read.</summary>
/// <param name="Stamp">The file.</param>
/// <param name="Parsed">What it said.</param>
/// <param name="IsSettled">Whether it cannot have been written again without a new time on it.</param>
internal sealed record ReadFile(FileStamp Stamp, ParsedFile Parsed, bool IsSettled)
{
    public bool IsFresh(FileStamp now) => IsSettled && Stamp == now;
}
