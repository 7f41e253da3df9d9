using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Parsing;

namespace FacialParalysisSite.Content.Library;

/// <summary>
/// Checks what is said in files that were read without doing so. Each is read once more: the words of ten thousand files, kept
/// from one reading to the other, would take more memory than all the rest of the site.
/// </summary>
internal sealed class LateWordCheck(ContentFolder folder, EvidenceRules rules)
{
    private readonly ContentParser _parser = new(folder, rules);

    /// <summary>The files that awaited it, before and now.</summary>
    public IReadOnlyList<(ReadFile Before, ReadFile Now)> Run(IEnumerable<ReadFile> files, CancellationToken stop) =>
        files.Where(file => file.Parsed.AwaitsWordCheck).TakeWhile(_ => !stop.IsCancellationRequested).Select(file => (file, Check(file))).ToList();

    /// <summary>A file that says something else by now, or at which the site fails, is left to the next look as a whole.</summary>
    private ReadFile Check(ReadFile file)
    {
        var read = GuardedParsing.Run(_parser.Parse, file.Stamp);
        return read.Fingerprint is { } now && file.Parsed.Fingerprint is { } before && now.Span.SequenceEqual(before.Span)
            ? file with { Parsed = file.Parsed with { Problems = read.Problems, Grade = read.Grade, AwaitsWordCheck = false } }
            : file with { IsSettled = false };
    }
}
