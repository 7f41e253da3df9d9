namespace FacialParalysisSite.Content.Search;

/// <summary>What of a query is alarming, and what helps then.</summary>
/// <param name="Help">What helps, the most needed first; nothing where nothing is alarming.</param>
/// <param name="Words">The words that say so, as they were typed.</param>
internal sealed record AlarmingWords(IReadOnlyList<UrgentHelp> Help, IReadOnlySet<string> Words)
{
    /// <summary>The same, with what is alarming once words are parted that were typed without a space between them.</summary>
    public AlarmingWords OrIn(string said, Synonyms synonyms, Func<string, bool> isKnown)
    {
        var more = In(SearchQuery.Read(said), synonyms, isKnown, isUnfinished: false).Help;
        return this with { Help = synonyms.Help.Where(help => Help.Contains(help) || more.Contains(help)).DistinctBy(help => (help.Call, help.Line)).ToList() };
    }

    /// <summary>Reads a query as it was typed, before anything in it is taken for a slip.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="synonyms">What staff have written down.</param>
    /// <param name="isKnown">Whether any page has a word just as it is: of one stem are "emergency" and its slip "emergancy".</param>
    /// <param name="isUnfinished">Whether somebody is still typing the last word.</param>
    public static AlarmingWords In(SearchQuery query, Synonyms synonyms, Func<string, bool> isKnown, bool isUnfinished)
    {
        var meant = new Dictionary<string, bool>(StringComparer.Ordinal);
        var found = synonyms.Help.Select(help => (Help: help, Words: help.Say.In(query.Said, HasMeaning, isUnfinished))).Where(found => found.Words.Count > 0).ToList();
        return new AlarmingWords(
            found.Select(found => found.Help).DistinctBy(help => (help.Call, help.Line)).ToList(), found.SelectMany(found => found.Words).ToHashSet(StringComparer.Ordinal));

        bool HasMeaning(string word) =>
            meant.TryGetValue(word, out var known) ? known : meant[word] = SearchQuery.IsFilling(word) || synonyms.Know(word) || isKnown(word);
    }
}
