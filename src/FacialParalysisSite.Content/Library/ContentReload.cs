using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Library;

/// <summary>What a look at the content folder brought.</summary>
/// <param name="Changed">Whether any file was added, changed or deleted.</param>
/// <param name="Problems">Everything that is wrong now.</param>
/// <param name="Appeared">What was not wrong at the look before.</param>
/// <param name="Mended">What was wrong at the look before.</param>
public sealed record ContentReload(
    bool Changed,
    IReadOnlyList<ContentProblem> Problems,
    IReadOnlyList<ContentProblem> Appeared,
    IReadOnlyList<ContentProblem> Mended)
{
    /// <summary>Whether the folder is empty or away, though it was not before: then everything stays as it was.</summary>
    public bool FolderIsAway { get; init; }
}
