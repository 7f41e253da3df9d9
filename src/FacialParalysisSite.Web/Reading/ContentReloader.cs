using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Web.Reading;

/// <summary>Reloads the content and says in the log what became wrong and what was mended.</summary>
internal sealed class ContentReloader(ContentLibrary library, ILogger<ContentReloader> log)
{
    /// <summary>Takes over what changed in the content folder.</summary>
    /// <param name="touched">Paths below the content folder that are known to have changed.</param>
    /// <returns>Everything that is wrong now.</returns>
    public IReadOnlyList<ContentProblem> Reload(IReadOnlySet<string>? touched = null)
    {
        var reload = library.Reload(touched);
        foreach (var problem in reload.Appeared)
        {
            // A page that waits for its review is not news at every start.
            var level = problem.Severity == Severity.Error ? LogLevel.Error
                : problem.Code == ProblemCode.AwaitingReview ? LogLevel.Debug
                : LogLevel.Warning;
            log.Log(level, "{Problem} {Hint}", problem.ToString(), problem.Hint);
        }

        foreach (var problem in reload.Mended.Where(problem => problem.Severity == Severity.Error))
        {
            log.LogInformation("No longer: {Problem}", problem.ToString());
        }

        if (reload.Changed && library.IsReady)
        {
            var catalog = library.Current;
            log.LogInformation("The content is up to date: {Articles} articles, {Pages} pages, {Errors} errors",
                catalog.Articles.Count, catalog.Pages.Count, reload.Problems.Count(problem => problem.Severity == Severity.Error));
        }

        return reload.Problems;
    }
}
