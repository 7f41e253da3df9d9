using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Parsing;

/// <summary>
/// Keeps a fault of the parser itself, which no test has found yet, from doing more than leaving one file as it was.
/// </summary>
internal static class GuardedParsing
{
    public static ParsedFile Run(Func<FileStamp, ParsedFile> parse, FileStamp stamp)
    {
        try
        {
            return parse(stamp);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var problem = new ContentProblem(stamp.Path, Position.Start, ProblemCode.FaultOfTheSite,
                $"The site itself failed at this file ({fault.GetType().Name}).", "Undo the last change to it, and show both to the developer of the site.");
            return new UnusableFile(stamp.Path, [problem]);
        }
    }
}
