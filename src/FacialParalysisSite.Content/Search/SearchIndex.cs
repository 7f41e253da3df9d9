using System.Collections.Concurrent;
using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// Finds published pages by what people type. It follows the catalog that it is asked with: of a new one, only what has
/// changed is indexed anew, and what a catalog has not got is never found with it. Safe to use from many threads.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>What a person looks through; whoever does not find it there asks in other words, or calls.</summary>
    private const int MostHits = 10;

    private const int MostSuggestions = 6;

    /// <summary>A page that fits this much less than the best has only a word or two in common with the question.</summary>
    private const float LeastFit = 0.25f;

    /// <summary>Entries of words that are kept at hand, each of 8 bytes.</summary>
    private const int MostKept = 2_000_000;

    private readonly SearchDatabase _database = new();
    private readonly Vocabulary _vocabulary = new();
    private readonly List<Indexed?> _pages = [];
    private readonly ReaderWriterLockSlim _swap = new();
    private readonly Lock _updating = new();
    private readonly ConcurrentDictionary<string, PageWithWord[]> _atHand = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _formsAtHand = new(StringComparer.Ordinal);
    private int _kept;
    private SearchRank _rank = new([]);
    private long _version = -1;
    private long _pagesRead;

    /// <summary>How many pages were ever read: grows by one for each that is new or has changed.</summary>
    internal long PagesRead => Interlocked.Read(ref _pagesRead);

    /// <summary>Finds the pages that may answer a query, whatever it holds.</summary>
    public SearchResults Find(ContentCatalog catalog, string? typed)
    {
        var query = SearchQuery.Read(typed);
        return query.IsEmpty ? SearchResults.None with { IsBlank = string.IsNullOrWhiteSpace(typed) } : Ask(catalog, reader => Find(catalog, query, reader));
    }

    /// <summary>Finds pages for somebody who is still typing.</summary>
    public IReadOnlyList<SearchSuggestion> Suggest(ContentCatalog catalog, string? typed)
    {
        var query = SearchQuery.Read(typed);
        return query.IsEmpty ? [] : Ask(catalog, reader =>
        {
            var terms = SearchTerms.Of(query, catalog.Synonyms, _vocabulary, word => PagesWith(word, reader).Length > 0, isUnfinished: true);
            return Best(catalog, terms, reader).Take(MostSuggestions).Select(page => new SearchSuggestion(page.Document.Title, page.Document.Address)).ToList();
        });
    }

    /// <summary>Takes over what has changed. A search does so by itself, but then the searcher waits for it.</summary>
    public void Update(ContentCatalog catalog)
    {
        if (catalog.Version <= Interlocked.Read(ref _version))
        {
            return;
        }

        lock (_updating)
        {
            if (catalog.Version > _version)
            {
                TakeOver(catalog);
            }
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _swap.Dispose();
    }

    private void TakeOver(ContentCatalog catalog)
    {
        var wanted = SearchDocument.AllOf(catalog).ToDictionary(document => document.File, StringComparer.Ordinal);
        var known = _pages.OfType<Indexed>().ToLookup(page => wanted.GetValueOrDefault(page.Document.File)?.SaysTheSameAs(page.Document) == true);
        var gone = known[false].ToList();
        var staying = known[true].Select(page => page.Document.File).ToHashSet(StringComparer.Ordinal);
        var free = new Queue<int>(_pages.Index().Where(page => page.Item is null).Select(page => page.Index).Concat(gone.Select(page => page.Number)));
        var last = _pages.Count;
        var numbered = wanted.Values.Where(document => !staying.Contains(document.File))
            .Select(document => (Document: document, Number: free.TryDequeue(out var number) ? number : last++)).ToList();
        var come = numbered.AsParallel().Select(page => PageText.Of(page.Number, page.Document, catalog.Clinic)).ToList();

        // Texts are read above, while others still search; only the change itself keeps them waiting.
        _swap.EnterWriteLock();
        try
        {
            var words = gone.ConvertAll(page => SearchWords.In(_database.TextOf(page.Number)).ToHashSet(StringComparer.Ordinal));
            _database.Change(gone.ConvertAll(page => page.Number), come, come.SelectMany(page => page.Words).Distinct(StringComparer.Ordinal).Where(_vocabulary.IsNew));
            foreach (var (page, own) in gone.Zip(words))
            {
                _vocabulary.Remove(own);
                _pages[page.Number] = null;
            }

            _pages.AddRange(Enumerable.Repeat<Indexed?>(null, last - _pages.Count));
            foreach (var page in come)
            {
                _vocabulary.Add(page.Words);
                _pages[page.Number] = new Indexed(page.Number, page.Document, page.Sections, page.Lengths);
            }

            _rank = new SearchRank(_pages.Select(page => page?.Lengths).ToList());
            Forget();
            Interlocked.Add(ref _pagesRead, come.Count);
            Interlocked.Exchange(ref _version, catalog.Version);
        }
        finally
        {
            _swap.ExitWriteLock();
        }
    }

    private T Ask<T>(ContentCatalog catalog, Func<SearchReader, T> ask)
    {
        Update(catalog);
        _swap.EnterReadLock();
        try
        {
            return _database.Read(ask);
        }
        finally
        {
            _swap.ExitReadLock();
        }
    }

    private SearchResults Find(ContentCatalog catalog, SearchQuery query, SearchReader reader)
    {
        var terms = SearchTerms.Of(query, catalog.Synonyms, _vocabulary, word => PagesWith(word, reader).Length > 0, isUnfinished: false);
        var weights = new WordWeights();
        foreach (var word in terms.Words)
        {
            weights.Add(_formsAtHand.GetOrAdd(word, static (unknown, way) => way.FormsOf(unknown), reader), _rank.Rarity(PagesWith(word, reader).Length));
        }

        var hits = Best(catalog, terms, reader).Take(MostHits).Select(page => HitOf(page, Excerpt.Of(reader.TextOf(page.Number), weights)));
        return new SearchResults
        {
            Hits = (terms.IsAcute ? hits.OrderBy(hit => hit.IsUrgent ? 0 : 1) : hits).ToList(),
            Corrections = terms.Corrections,
            Unknown = terms.Unknown,
            IsAcute = terms.IsAcute,
        };
    }

    private IEnumerable<Indexed> Best(ContentCatalog catalog, SearchTerms terms, SearchReader reader)
    {
        var least = 0f;
        foreach (var (number, fit) in _rank.Of(terms.All, word => PagesWith(word, reader)))
        {
            if (fit < least)
            {
                yield break;
            }

            least = Math.Max(least, fit * LeastFit);
            if (_pages[number] is { } page && catalog.IsPublished(page.Document.File))
            {
                yield return page;
            }
        }
    }

    private static SearchHit HitOf(Indexed page, FoundSection? found) => new()
    {
        Title = page.Document.Title,
        Address = page.Document.Address,
        Excerpt = found?.Excerpt ?? Excerpt.Plain(page.Document.Summary),
        Section = found is not null && page.Sections[found.Index] is { } id ? new SearchSection(found.Heading, $"{page.Document.Address}#{id}") : null,
        IsUrgent = page.Document.IsUrgent,
    };

    /// <summary>The pages that have a word. Looking it up takes time with their number, so it is done once.</summary>
    private PageWithWord[] PagesWith(string word, SearchReader reader)
    {
        if (_atHand.TryGetValue(word, out var known))
        {
            return known;
        }

        var pages = reader.PagesWith(word);
        if (Interlocked.Add(ref _kept, pages.Length + 1) > MostKept)
        {
            Forget();
        }

        return _atHand[word] = pages;
    }

    private void Forget()
    {
        _atHand.Clear();
        _formsAtHand.Clear();
        Interlocked.Exchange(ref _kept, 0);
    }

    private sealed record Indexed(int Number, SearchDocument Document, IReadOnlyList<string?> Sections, IReadOnlyList<int> Lengths);
}
