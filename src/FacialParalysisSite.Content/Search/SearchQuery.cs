using System.Collections.Frozen;

namespace FacialParalysisSite.Content.Search;

/// <summary>What a person typed, untrusted, as words to look for. It holds letters and digits and nothing else, and not many.</summary>
internal sealed record SearchQuery
{
    private const int MostWords = 16;

    /// <summary>Longer than any word in use.</summary>
    private const int LongestWord = 40;

    /// <summary>Words that every page has, so that they say nothing of what is looked for; contractions with them, whether pages have these or not.</summary>
    private static readonly FrozenSet<string> Filling = (
        "a about after again aint all also am an and any are arent as at be because been being but by can cannot cant could couldnt did didnt "
        + "do does doesnt doing dont down for from get gets getting go goes going gonna got gotta had hadnt has hasnt have havent having he her "
        + "here heres hers hes him his how hows i id if im in into is isnt it itll its ive just lets me mightnt mine more much mustnt my myself "
        + "neednt no not now of off on one only or our out over please really s she shes should shouldnt so some still such t than that thatll "
        + "thats the their them then there theres these they theyd theyll theyre theyve thing things this those to too up us very wanna want "
        + "wants was wasnt we were werent weve what whats when whens where wheres which while who whom whos whose why whys will with wont would "
        + "wouldnt you youd youll your youre yours youve")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private SearchQuery(IReadOnlyList<string> said, string folded, IReadOnlyList<string> words)
    {
        Said = said;
        Folded = folded;
        Words = words;
    }

    /// <summary>Every word that was typed, also behind those that are looked for.</summary>
    public IReadOnlyList<string> Said { get; }

    /// <summary>What was typed, folded, with one space between the words.</summary>
    public string Folded { get; }

    /// <summary>The words that say what is looked for, each once, in order; all words where there are only filling ones.</summary>
    public IReadOnlyList<string> Words { get; }

    public bool IsEmpty => Words.Count == 0;

    public static SearchQuery Read(string? typed)
    {
        var all = WordsIn(typed, SearchResults.LongestQuery).Take(MostWords * 2).ToList();
        var telling = all.Where(word => !IsFilling(word)).ToList();
        return new SearchQuery(WordsIn(typed, SearchResults.LongestText).ToList(), string.Join(' ', all), (telling.Count > 0 ? telling : all).Distinct(StringComparer.Ordinal).Take(MostWords).ToList());
    }

    private static IEnumerable<string> WordsIn(string? typed, int most) =>
        SearchWords.In(typed is null ? "" : typed.Length <= most ? typed : typed[..most]).Where(word => word.Length <= LongestWord);

    public static bool IsFilling(string word) => Filling.Contains(word);
}
