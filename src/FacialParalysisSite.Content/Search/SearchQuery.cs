using System.Collections.Frozen;

namespace FacialParalysisSite.Content.Search;

/// <summary>What a person typed, untrusted, as words to look for. It holds letters and digits and nothing else, and not many.</summary>
internal sealed record SearchQuery
{
    private const int MostWords = 16;

    /// <summary>Longer than any word in use.</summary>
    private const int LongestWord = 40;

    /// <summary>Words that every page has, so that they say nothing of what is looked for.</summary>
    private static readonly FrozenSet<string> Filling = (
        "a about after again all also am an and any are as at be because been being but by can cannot cant could did do does doesnt doing "
        + "dont down for from get gets getting go goes going got had has have havent having he her here hers him his how i if im in into is isnt it "
        + "its ive just me mine more much my myself no not now of off on one only or our out over please really s she should so some still such t than that "
        + "thats the their them then there these they thing things this those to too up us very want wants was we were what whats when where which while who "
        + "whom whose why will with wont would you your yours")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private SearchQuery(string folded, IReadOnlyList<string> words)
    {
        Folded = folded;
        Words = words;
    }

    /// <summary>Everything that was typed, folded, with one space between the words.</summary>
    public string Folded { get; }

    /// <summary>The words that say what is looked for, each once, in order; all words where there are only filling ones.</summary>
    public IReadOnlyList<string> Words { get; }

    public bool IsEmpty => Words.Count == 0;

    public static SearchQuery Read(string? typed)
    {
        var text = typed is null ? "" : typed.Length <= SearchResults.LongestQuery ? typed : typed[..SearchResults.LongestQuery];
        var all = SearchWords.In(text).Where(word => word.Length <= LongestWord).Take(MostWords * 2).ToList();
        var telling = all.Where(word => !IsFilling(word)).ToList();
        return new SearchQuery(string.Join(' ', all), (telling.Count > 0 ? telling : all).Distinct(StringComparer.Ordinal).Take(MostWords).ToList());
    }

    public static bool IsFilling(string word) => Filling.Contains(word);
}
