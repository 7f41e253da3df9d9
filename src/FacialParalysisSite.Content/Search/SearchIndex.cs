using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// Finds published pages by what people type. Of a new catalog only what has changed is read anew. There are two copies of
/// the pages: one answers while the other takes the change over, then they change places and the second follows. So no
/// search ever waits for an edit; until the edit is taken over, it is answered with the pages as they were, without those
/// that are no longer published. Safe to use from many threads.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly Lock _updating = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Copy? _answering;
    private Copy _resting = new();
    private long _version = -1;
    private bool _isDisposed;
    private long _pagesRead;

    /// <summary>How many pages were ever read: grows by one for each that is new or has changed.</summary>
    internal long PagesRead => Interlocked.Read(ref _pagesRead);

    /// <summary>Bytes of what was looked up and is kept at hand.</summary>
    internal long Kept => _answering?.Pages.Kept ?? 0;

    /// <summary>Waits for the pages to be read after a start, but no longer than the patience.</summary>
    public async Task WaitUntilReadyAsync(TimeSpan patience, CancellationToken stop = default)
    {
        try
        {
            await _ready.Task.WaitAsync(patience, stop);
        }
        catch (TimeoutException)
        {
            // The answer says itself that the pages are still being read.
        }
    }

    /// <summary>Finds the pages that may answer a query, whatever it holds.</summary>
    public SearchResults Find(ContentCatalog catalog, string? typed)
    {
        var query = SearchQuery.Read(typed);
        return query.IsEmpty ? SearchResults.None with { IsBlank = string.IsNullOrWhiteSpace(typed) }
            : Ask(pages => pages.Find(catalog, query)) ?? SearchResults.None with { IsBeingMadeReady = true, Help = HelpFor(catalog, query, isUnfinished: false) };
    }

    /// <summary>Finds pages for somebody who is still typing.</summary>
    public IReadOnlyList<SearchSuggestion> Suggest(ContentCatalog catalog, string? typed)
    {
        var query = SearchQuery.Read(typed);
        return query.IsEmpty ? [] : Ask(pages => pages.Suggest(catalog, query)) ?? IndexedPages.SuggestionOf(HelpFor(catalog, query, isUnfinished: true)).ToList();
    }

    /// <summary>Takes over what has changed. It may take long and keeps no search waiting; where nothing changed it does nothing.</summary>
    /// <returns>What was met in pages that cannot be read and are left out, with their files.</returns>
    public IReadOnlyList<(string File, Exception Fault)> Update(ContentCatalog catalog)
    {
        lock (_updating)
        {
            if (_isDisposed || catalog.Version <= _version)
            {
                return [];
            }

            var reading = new PageReading(catalog.Clinic);
            var wanted = SearchDocument.AllOf(catalog).ToList();
            TakeOver(wanted, reading);
            var before = _answering;
            _answering = _resting;
            _version = catalog.Version;
            _ready.TrySetResult();
            _resting = before ?? new Copy();
            TakeOver(wanted, reading);
            Interlocked.Add(ref _pagesRead, reading.PagesRead);
            return reading.Faults;
        }
    }

    /// <summary>Waits for an update that is under way; later ones do nothing.</summary>
    public void Dispose()
    {
        lock (_updating)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _answering?.Dispose();
                _resting.Dispose();
            }
        }
    }

    /// <summary>Looks something up in the copy that answers, for which <paramref name="ask"/> never waits; null where there is none yet.</summary>
    internal T? Ask<T>(Func<IndexedPages, T> ask)
        where T : class
    {
        while (_answering is { } copy)
        {
            // Not to be had means that the copies have just changed places.
            if (copy.Readers.TryEnterReadLock(0))
            {
                try
                {
                    if (copy == _answering)
                    {
                        return ask(copy.Pages);
                    }
                }
                finally
                {
                    copy.Readers.ExitReadLock();
                }
            }
        }

        return null;
    }

    private static IReadOnlyList<UrgentHelp> HelpFor(ContentCatalog catalog, SearchQuery query, bool isUnfinished) =>
        AlarmingWords.In(query, catalog.Synonyms, isKnown: _ => false, isUnfinished).Help;

    /// <summary>Changes the copy that rests, when the last search in it is over. One that failed half-way is made anew from nothing.</summary>
    private void TakeOver(List<SearchDocument> wanted, PageReading reading)
    {
        var changing = _resting;
        changing.Readers.EnterWriteLock();
        try
        {
            changing.Pages.TakeOver(wanted, reading.Of);
        }
        catch
        {
            // Not disposed: a search that comes late may still be about to look at it, and go away again.
            _resting = new Copy();
            throw;
        }
        finally
        {
            changing.Readers.ExitWriteLock();
        }
    }

    private sealed class Copy : IDisposable
    {
        public IndexedPages Pages { get; } = new();

        public ReaderWriterLockSlim Readers { get; } = new();

        public void Dispose()
        {
            Pages.Dispose();
            Readers.Dispose();
        }
    }
}
