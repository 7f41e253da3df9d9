using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Web.Reading;

/// <summary>Reloads the content and says in the log what became wrong and what was mended.</summary>
internal sealed class ContentReloader(ContentLibrary library, ILogger<ContentReloader> log)
{
    private volatile string? _fault;

    /// <summary>Something that changed was taken over.</summary>
    public event EventHandler? TookOver;

    /// <summary>Why the content folder as a whole could not be taken over at the last look, so that all stays as it was; null where it could.</summary>
    public string? Fault => _fault;

    /// <summary>Takes over what changed in the content folder.</summary>
    /// <param name="touched">Paths below the content folder that are known to have changed.</param>
    /// <param name="checksWords">Whether what is said is checked at once; else <see cref="CheckWords"/> has to follow.</param>
    /// <returns>Everything that is wrong now.</returns>
    public IReadOnlyList<ContentProblem> Reload(IReadOnlySet<string>? touched = null, bool checksWords = true)
    {
        try
        {
            return TakeOver(touched, checksWords);
        }
        catch (Exception fault) when (library.IsReady && fault is not OutOfMemoryException)
        {
            // A worker that ends takes the whole site with it; nothing in a folder is worth that.
            Note($"it cannot be taken over ({fault.GetBaseException().GetType().Name})", fault);
            return library.Problems;
        }
    }

    /// <summary>Checks what is said in files that were read without doing so. May take long.</summary>
    /// <param name="stop">Ends the work early.</param>
    public void CheckWords(CancellationToken stop) => Tell(library.CheckWords(stop).Appeared);

    private IReadOnlyList<ContentProblem> TakeOver(IReadOnlySet<string>? touched, bool checksWords)
    {
        var reload = library.Reload(touched, checksWords);
        Note(reload.FolderIsAway ? "it is empty or away" : null);
        Tell(reload.Appeared);
        foreach (var problem in reload.Mended.Where(problem => problem.Severity == Severity.Error))
        {
            log.LogInformation("No longer: {Problem}", problem.ToLogLine());
        }

        if (reload.Changed && library.IsReady)
        {
            var catalog = library.Current;
            catalog.PrepareRelated();
            log.LogInformation("The content is up to date: {Articles} articles, {Pages} pages, {Cases} cases, {Errors} errors",
                catalog.Articles.Count, catalog.Pages.Count, catalog.Cases.Count, reload.Problems.Count(problem => problem.Severity == Severity.Error));
            TookOver?.Invoke(this, EventArgs.Empty);
        }

        return reload.Problems;
    }

    private void Tell(IEnumerable<ContentProblem> appeared)
    {
        foreach (var problem in appeared)
        {
            // A page that waits for its review is not news at every start.
            var level = problem.Severity == Severity.Error ? LogLevel.Error
                : problem.Code == ProblemCode.AwaitingReview ? LogLevel.Debug
                : LogLevel.Warning;
            log.Log(level, "{Problem}", problem.ToLogLine());
        }
    }

    /// <summary>Says in the log, once when it begins and once when it is over, that the whole folder is at fault.</summary>
    private void Note(string? fault, Exception? cause = null)
    {
        if (fault is not null && fault != _fault)
        {
            log.LogError(cause, "The content folder is at fault as a whole, and what is up stays up: {Fault}", fault);
        }
        else if (fault is null && _fault is not null)
        {
            log.LogInformation("The content folder is taken over again");
        }

        _fault = fault;
    }
}
