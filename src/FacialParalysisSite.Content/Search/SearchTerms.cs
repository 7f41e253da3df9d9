namespace FacialParalysisSite.Content.Search;

/// <summary>A word to look for.</summary>
/// <param name="Forms">The words that stand for it; a page needs one of them.</param>
/// <param name="Weight">What it counts beside a word that was typed.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Forms, double Weight);

/// <summary>A query in the words of the pages: each word as it is, else in full, else without its slip; and synonyms.</summary>
internal sealed record SearchTerms
{
    /// <summary>A word that staff say somebody means counts half as much as one that somebody has typed.</summary>
    private const double SynonymWeight = 0.5;

    /// <summary>A word that may yet be typed in full counts half as much as the one that stands there already.</summary>
    private const double UnfinishedWeight = 0.5;

    private const int MostForms = 6;

    private const int MostGuesses = 3;

    public required IReadOnlyList<SearchTerm> All { get; init; }

    public required IReadOnlyList<SearchCorrection> Corrections { get; init; }

    /// <summary>Words that no page has.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>What helps somebody who may need help now.</summary>
    public required IReadOnlyList<UrgentHelp> Help { get; init; }

    /// <summary>The slugs of the articles that staff put first for all that was typed and that any page has.</summary>
    public required IReadOnlyList<string> First { get; init; }

    /// <summary>Every word that is looked for, once.</summary>
    public IEnumerable<string> Words => All.SelectMany(term => term.Forms).Distinct(StringComparer.Ordinal);

    /// <summary>Finds out what the pages have of a query.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="synonyms">What people say for what.</param>
    /// <param name="vocabulary">The words of the pages.</param>
    /// <param name="isKnown">Whether any page has a word, in any of its forms.</param>
    /// <param name="isUnfinished">Whether somebody is still typing the last word.</param>
    public static SearchTerms Of(SearchQuery query, Synonyms synonyms, Vocabulary vocabulary, Func<string, bool> isKnown, bool isUnfinished)
    {
        var alarming = AlarmingWords.In(query, synonyms, word => vocabulary.PagesWith(word) > 0, isUnfinished);
        var terms = new List<SearchTerm>();
        var corrections = new List<SearchCorrection>();
        var unknown = new List<string>();
        foreach (var word in query.Words)
        {
            var isBegun = isUnfinished && word == query.Words[^1];
            var longer = isBegun || !isKnown(word) ? vocabulary.Beginning(word, MostForms) : [];
            var isStemOfLonger = isBegun && longer.Count > 0 && vocabulary.PagesWith(word) == 0 && isKnown(word);
            if (isKnown(word) && !isStemOfLonger)
            {
                terms.Add(new SearchTerm([word], 1));
                terms.AddRange(longer.Count == 0 ? [] : [new SearchTerm(longer, UnfinishedWeight)]);
            }
            else if (!isStemOfLonger && (synonyms.Know(word) || (alarming.Words.Contains(word) && synonyms.WordsOfAlarm.Contains(word))))
            {
                // What staff say it means is added below.
            }
            else if (longer.Count > 0)
            {
                terms.Add(new SearchTerm(longer, 1));
            }
            else if (Near(word, alarming, synonyms, vocabulary) is { Count: > 0 } meant)
            {
                terms.Add(new SearchTerm(meant, 1));
                corrections.Add(new SearchCorrection(word, meant[0]));
            }
            else if (vocabulary.Halves(word, synonyms.WordsOfAlarm) is { Count: > 0 } halves)
            {
                terms.AddRange(halves.Select(half => new SearchTerm([half], 1)));
                corrections.Add(new SearchCorrection(word, string.Join(' ', halves)));
            }
            else
            {
                unknown.Add(word);
            }
        }

        var said = string.Join(' ', query.Folded.Split(' ').Select(Meant));
        alarming = corrections.Exists(slip => slip.Meant.Contains(' ')) ? alarming.OrIn(said, synonyms, word => vocabulary.PagesWith(word) > 0) : alarming;
        var typed = terms.SelectMany(term => term.Forms).ToHashSet(StringComparer.Ordinal);
        var synonymous = synonyms.For(said).Concat(alarming.Help.SelectMany(help => help.Find).Select(SearchWords.Fold)).SelectMany(phrase => phrase.Split(' ')).Where(word => !SearchQuery.IsFilling(word) && typed.Add(word) && isKnown(word));
        return new SearchTerms
        {
            All = [.. terms, .. synonymous.Select(word => new SearchTerm([word], SynonymWeight))],
            Corrections = corrections,
            Unknown = unknown,
            Help = alarming.Help,
            First = synonyms.FirstFor(query.Words.Except(unknown, StringComparer.Ordinal).SelectMany(word => Meant(word).Split(' '))),
        };

        string Meant(string word) => corrections.Find(slip => slip.Typed == word)?.Meant ?? word;
    }

    /// <summary>The words that somebody may have meant. A slip that is alarming is one in a word of alarm.</summary>
    private static IReadOnlyList<string> Near(string word, AlarmingWords alarming, Synonyms synonyms, Vocabulary vocabulary)
    {
        var near = vocabulary.Near(word, synonyms.Near, MostGuesses);
        return alarming.Words.Contains(word) ? near.Where(synonyms.WordsOfAlarm.Contains).Take(1).ToList() : near;
    }
}
