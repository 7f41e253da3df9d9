using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Content.Search;

/// <summary>The pages as they were at one moment, ready to be found. From many threads while nobody changes it.</summary>
internal sealed class IndexedPages : IDisposable
{
    /// <summary>What a person looks through; whoever does not find it there asks in other words, or calls.</summary>
    private const int MostHits = 10;

    private const int MostSuggestions = 6;

    /// <summary>A page that fits this much less than the best has only a word or two in common with the question.</summary>
    private const float LeastFit = 0.25f;

    /// <summary>A first-aid page is first for alarming words unless the best fits more than twice as well: then it is plain that something else is asked.</summary>
    private const float LeastFitToLead = 0.5f;

    /// <summary>A whole article says more than a short answer: where both fit nearly as well, it is first.</summary>
    private const float QuestionWeight = 0.8f;

    /// <summary>A drawing shows where to look. Whoever asks what to do is to find that first, also where a drawing has the very words.</summary>
    private const float IllustrationWeight = 0.5f;

    private readonly SearchDatabase _database = new();
    private readonly Vocabulary _vocabulary = new();
    private readonly List<Indexed?> _pages = [];
    private readonly WordsAtHand _words = new();
    private SearchRank _rank = new([]);

    /// <summary>Bytes of what was looked up and is kept.</summary>
    public long Kept => _words.Kept;

    /// <summary>Takes over what has changed; whatever is thrown meanwhile, it is of no use afterwards.</summary>
    /// <param name="wanted">Every page there is to be.</param>
    /// <param name="read">Reads a page; null for one that cannot be read.</param>
    public void TakeOver(IReadOnlyCollection<SearchDocument> wanted, Func<IReadOnlyCollection<SearchDocument>, IReadOnlyList<(SearchDocument Document, PageText Text)>> read)
    {
        var byKey = wanted.ToDictionary(document => document.Key);
        var known = _pages.OfType<Indexed>().ToLookup(page => byKey.GetValueOrDefault(page.Document.Key)?.SaysTheSameAs(page.Document) == true);
        var gone = known[false].ToList();
        var staying = known[true].Select(page => page.Document.Key).ToHashSet();
        var free = new Queue<int>(_pages.Index().Where(page => page.Item is null).Select(page => page.Index).Concat(gone.Select(page => page.Number)));
        var last = _pages.Count;
        var come = read(wanted.Where(document => !staying.Contains(document.Key)).ToList())
            .Select(page => (Number: free.TryDequeue(out var number) ? number : last++, page.Document, page.Text)).ToList();
        foreach (var page in gone)
        {
            _vocabulary.Remove(page.Text.Words());
            _pages[page.Number] = null;
        }

        _database.Change(gone.ConvertAll(page => page.Number), come.ConvertAll(page => (page.Number, page.Text)), come.SelectMany(page => page.Text.Words).Distinct(StringComparer.Ordinal).Where(_vocabulary.IsNew));
        _pages.AddRange(Enumerable.Repeat<Indexed?>(null, last - _pages.Count));
        foreach (var (number, document, text) in come)
        {
            _vocabulary.Add(text.Words);
            _pages[number] = new Indexed(number, document, text.Kept);
        }

        _rank = new SearchRank(_pages.ConvertAll<(IReadOnlyList<int>, float)?>(page => page is null ? null : (page.Text.Lengths, WeightOf(page.Document))));
        _words.Forget();
    }

    /// <summary>Finds the pages that may answer a query.</summary>
    public SearchResults Find(ContentCatalog catalog, SearchQuery query) => _database.Read(reader =>
    {
        var terms = TermsOf(catalog, query, reader, isUnfinished: false);
        var weights = new WordWeights();
        foreach (var word in terms.Words)
        {
            var known = Look(word, reader);
            weights.Add(known.Forms, _rank.Rarity(known.Pages.Length));
        }

        return new SearchResults
        {
            Hits = Answers(catalog, terms, reader).Take(MostHits).Select(page => HitOf(page, Excerpt.Of(page.Text.Text(), weights))).ToList(),
            Corrections = terms.Corrections,
            Unknown = terms.Unknown,
            Help = terms.Help,
        };
    });

    /// <summary>Finds pages for somebody who is still typing. Numbers to call come first.</summary>
    public IReadOnlyList<SearchSuggestion> Suggest(ContentCatalog catalog, SearchQuery query) => _database.Read(reader =>
    {
        var terms = TermsOf(catalog, query, reader, isUnfinished: true);
        return SuggestionOf(terms.Help).Concat(Answers(catalog, terms, reader).Select(page => new SearchSuggestion(page.Document.FullTitle, page.Document.Address)))
            .Take(MostSuggestions).ToList();
    });

    /// <summary>The numbers to call, each once, to be suggested.</summary>
    public static IEnumerable<SearchSuggestion> SuggestionOf(IEnumerable<UrgentHelp> help) => help.Select(help => help.Call).Distinct(StringComparer.Ordinal).Select(call => new SearchSuggestion($"Call {call} now", "tel:" + call));

    public void Dispose() => _database.Dispose();

    private SearchTerms TermsOf(ContentCatalog catalog, SearchQuery query, SearchReader reader, bool isUnfinished)
    {
        // A word that no page has is kept no longer than this.
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return SearchTerms.Of(query, catalog.Synonyms, _vocabulary, IsKnown, isUnfinished);

        bool IsKnown(string word) => known.TryGetValue(word, out var answer) ? answer : known[word] = Look(word, reader).Pages.Length > 0;
    }

    private WordsAtHand.Known Look(string word, SearchReader reader) => _words.Of(word, _vocabulary.PagesWith(word) > 0, reader);

    /// <summary>The pages that fit, the best first; with alarming words, first what helps and then what has the line about emergencies.</summary>
    private IEnumerable<Indexed> Answers(ContentCatalog catalog, SearchTerms terms, SearchReader reader)
    {
        var fits = _rank.Of(terms.All, word => Look(word, reader).Pages);
        var best = Best(catalog, fits);
        var first = terms.First.Select(slug => PageOf(catalog, slug)).OfType<Indexed>();
        if (terms.Help.All(help => help.Articles.Count == 0))
        {
            return first.Concat(best).Distinct();
        }

        var top = best.Take(MostHits).ToList();
        var leastFit = top.Count == 0 ? 0 : fits[top[0].Number] * LeastFitToLead;
        var leading = terms.Help.SelectMany(help => help.Articles.Select(slug => (IsSure: help.ComesFirst, Page: PageOf(catalog, slug))))
            .Where(helping => helping.Page is { } page && (helping.IsSure || fits[page.Number] >= leastFit)).Select(helping => helping.Page!);
        return leading.Concat(first).Concat(top.OrderBy(page => page.Document.IsUrgent ? 0 : 1)).Distinct();
    }

    /// <summary>An article; null where it is not published or not read.</summary>
    private Indexed? PageOf(ContentCatalog catalog, string slug) =>
        catalog.FindArticle(slug).Item is { } article ? _pages.Find(page => page is not null && page.Document.Key == (article.File, null) && page.Document.IsPublishedIn(catalog)) : null;

    /// <summary>The pages that fit, each once: where one of its questions fits better than the whole, that stands for it.</summary>
    private IEnumerable<Indexed> Best(ContentCatalog catalog, PageFits fits) => Fitting(catalog, fits).DistinctBy(page => page.Document.File);

    private IEnumerable<Indexed> Fitting(ContentCatalog catalog, PageFits fits)
    {
        var least = 0f;
        foreach (var number in fits.BestFirst())
        {
            var fit = fits[number];
            if (fit < least)
            {
                yield break;
            }

            least = Math.Max(least, fit * LeastFit);
            if (_pages[number] is { } page && page.Document.IsPublishedIn(catalog))
            {
                yield return page;
            }
        }
    }

    private static float WeightOf(SearchDocument document) => document switch
    {
        { Question: not null } => QuestionWeight,
        { IsIllustration: true } => IllustrationWeight,
        _ => 1,
    };

    private static SearchHit HitOf(Indexed page, FoundSection? found) => new()
    {
        Title = page.Document.FullTitle,
        Address = page.Document.Address,
        Excerpt = page.Document.Question is { } question ? found?.Answer ?? Excerpt.Answer(question.Answer, []) : found?.Excerpt ?? Excerpt.Plain(page.Document.Summary),
        Section = found is not null && page.Document.Question is null && page.Text.Sections[found.Index] is { } id ? new SearchSection(found.Heading, $"{page.Document.Address}#{id}") : null,
    };

    private sealed record Indexed(int Number, SearchDocument Document, KeptText Text);
}
