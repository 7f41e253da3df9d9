using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// What people say and what the pages say instead, and what helps those who may need help now; written by staff in
/// <c>synonyms.yml</c>. Everything is kept as the search folds it: small letters, no accents, no apostrophes.
/// </summary>
internal sealed class Synonyms
{
    private readonly PhraseFinder _said;
    private readonly Dictionary<Phrase, List<string>> _found = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _first = new(StringComparer.Ordinal);

    /// <summary>Makes synonyms.</summary>
    /// <param name="groups">What people say, with the words of pages that are searched for besides. A star stands for any ending.</param>
    /// <param name="first">The slugs of the articles that come first where one of these phrases is all that somebody says.</param>
    /// <param name="help">For something that cannot wait; what matters most is first.</param>
    /// <param name="places">Pages that are no files.</param>
    public Synonyms(
        IEnumerable<(IReadOnlyList<string> Say, IReadOnlyList<string> Find)> groups, IEnumerable<(IReadOnlyList<string> Say, IReadOnlyList<string> Articles)> first,
        IEnumerable<UrgentHelp> help, IReadOnlyList<SearchPlace> places)
    {
        foreach (var (say, find) in groups)
        {
            foreach (var phrase in say.Select(PhraseOf))
            {
                if (!_found.TryGetValue(phrase, out var words))
                {
                    _found[phrase] = words = [];
                }

                words.AddRange(find.Select(SearchWords.Fold).Where(word => word.Length > 0 && !words.Contains(word, StringComparer.Ordinal)));
            }
        }

        foreach (var (say, articles) in first)
        {
            foreach (var phrase in say)
            {
                _first[AllOf(SearchQuery.Read(phrase).Words)] = articles;
            }
        }

        _said = new PhraseFinder(_found.Keys);
        Help = help.ToList();
        WordsOfAlarm = Help.SelectMany(one => one.Say.Words).ToHashSet(StringComparer.Ordinal);
        Places = places;
        Words = _found.Keys.Where(phrase => !phrase.HasAnyEnding).SelectMany(phrase => SearchWords.In(phrase.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var word in Words)
        {
            Near.Add(word);
        }
    }

    public static Synonyms None { get; } = new([], [], [], []);

    /// <summary>Every whole word that people say.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>The same words, so that a slip in one of them can be seen.</summary>
    public NearWords Near { get; } = new();

    /// <summary>What helps those who may need help now.</summary>
    public IReadOnlyList<UrgentHelp> Help { get; }

    /// <summary>Each word of what they say.</summary>
    public IReadOnlySet<string> WordsOfAlarm { get; }

    /// <summary>Pages that are no files of the content.</summary>
    public IReadOnlyList<SearchPlace> Places { get; }

    /// <summary>The phrases to search for besides what was said, each once.</summary>
    /// <param name="folded">The words that were typed, folded, with one space between them.</param>
    public IReadOnlyList<string> For(string folded) => _said.In(folded).SelectMany(said => _found[said.Phrase]).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>The slugs of the articles that come first for a query of these words and no others, in any order.</summary>
    public IReadOnlyList<string> FirstFor(IEnumerable<string> words) => _first.GetValueOrDefault(AllOf(words), []);

    /// <summary>Whether staff have written down that people say a word, alone or in a phrase.</summary>
    public bool Know(string word) => Words.Contains(word) || For(word).Count > 0;

    private static string AllOf(IEnumerable<string> words) => string.Join(' ', words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static Phrase PhraseOf(string text) => new(SearchWords.Fold(text)) { HasAnyEnding = text.EndsWith('*') };
}
