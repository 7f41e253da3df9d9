using System.Collections.Frozen;
using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// Finds in what was typed the words of somebody who may need help now. It errs on their side: other endings, slips, words
/// that are not typed to their end, and a few words between those of a phrase make no difference. It needs no page.
/// </summary>
internal sealed class AcuteWords
{
    /// <summary>"Arm has just gone completely numb": more words between make it another sentence.</summary>
    private const int MostBetween = 3;

    /// <summary>"Cannot move my left arm": of two words that say something, the phrase may not be the point.</summary>
    private const int MostTellingBetween = 1;

    /// <summary>A shorter word is the beginning of too many others.</summary>
    private const int ShortestBeginning = 5;

    private const int ShortestBeginningInTyping = 4;

    private const int ShortestBeginningOfPhrase = 2;

    private const int ShortestWithoutEnding = 3;

    /// <summary>What people write for one and the same word or two.</summary>
    private static readonly (string[] Written, string[] Meant)[] Spellings =
    [
        (["not", "able", "to"], ["cant"]), (["unable", "to"], ["cant"]), (["can", "not"], ["cant"]), (["can", "t"], ["cant"]), (["could", "not"], ["cant"]),
        (["cannot"], ["cant"]), (["couldnt"], ["cant"]), (["cnat"], ["cant"]), (["cnt"], ["cant"]), (["canot"], ["cant"]), (["cannt"], ["cant"]),
        (["do", "not"], ["dont"]), (["no", "longer"], ["dont"]), (["will", "not"], ["wont"]), (["is", "not"], ["isnt"]), (["any", "more"], ["anymore"]),
        (["my", "self"], ["myself"]), (["my", "slef"], ["myself"]), (["him", "self"], ["himself"]), (["her", "self"], ["herself"]), (["them", "selves"], ["themselves"]), (["themself"], ["themselves"]),
        (["wanna"], ["want", "to"]), (["gonna"], ["going", "to"]),
    ];

    /// <summary>Words that say how something came, and not what.</summary>
    private static readonly FrozenSet<string> Becoming =
        "went gone goes become becoming became feel feels felt feeling suddenly sudden completely totally all both left right whole entire just keep keeps started starting".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Endings that leave the meaning as it is, the longest first, and what stands in their place.</summary>
    private static readonly (string Ending, string Instead)[] Endings = [("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")];

    /// <summary>By their first words, which are few beside all phrases.</summary>
    private readonly ILookup<Token, Token[]> _phrases;

    /// <param name="phrases">Words and phrases. A star at the end stands for any ending, a stroke between words for "or".</param>
    public AcuteWords(IReadOnlyList<string> phrases)
    {
        Phrases = phrases.SelectMany(WithEachChoice).ToList();
        _phrases = Phrases.Select(PhraseOf).Where(phrase => phrase.Length > 0).ToLookup(phrase => phrase[0]);
    }

    /// <summary>The phrases that staff wrote, with each of the words that may stand for each other.</summary>
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>Finds every typed word that belongs to a phrase.</summary>
    /// <param name="typed">The words that were typed, folded, in order.</param>
    /// <param name="isKnown">Whether a word has a meaning of its own here, so that it is no slip for another.</param>
    /// <param name="isUnfinished">Whether somebody is still typing the last word.</param>
    /// <returns>The words; none where nothing alarming stands there.</returns>
    public IReadOnlySet<string> In(IReadOnlyList<string> typed, Func<string, bool> isKnown, bool isUnfinished)
    {
        var words = Read(typed).ToList();
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var phrase in _phrases.Where(phrases => Fits(words[start], phrases.Key, isKnown, IsUnfinished(start) ? ShortestBeginningOfPhrase : ShortestBeginning)).SelectMany(phrases => phrases))
            {
                found.UnionWith(PlacesOf(phrase, words, start, isKnown, isUnfinished).SelectMany(place => typed.Skip(words[place].First).Take(words[place].Length)));
            }
        }

        return found;

        bool IsUnfinished(int at) => isUnfinished && at == words.Count - 1;
    }

    /// <summary>Where the words of a phrase stand that begins at a place; nowhere where it does not.</summary>
    private static List<int> PlacesOf(Token[] phrase, List<Token> words, int start, Func<string, bool> isKnown, bool isUnfinished)
    {
        var places = new List<int>();
        var shortest = phrase.Length == 1 ? ShortestBeginningInTyping : ShortestBeginningOfPhrase;
        var at = start;
        var telling = 0;
        foreach (var wanted in phrase)
        {
            var last = places.Count == 0 ? start : at + MostBetween;
            while (at < words.Count && at <= last && !Fits(words[at], wanted, isKnown, isUnfinished && at == words.Count - 1 ? shortest : ShortestBeginning))
            {
                telling += places.Count == 0 || SearchQuery.IsFilling(words[at].Text) || Becoming.Contains(words[at].Text) ? 0 : 1;
                at = telling <= MostTellingBetween ? at + 1 : words.Count;
            }

            if (at >= words.Count || at > last)
            {
                return [];
            }

            places.Add(at++);
        }

        return places;
    }

    /// <param name="word">A word that was typed.</param>
    /// <param name="wanted">A word of a phrase.</param>
    /// <param name="isKnown">Whether a word has a meaning of its own.</param>
    /// <param name="shortest">Letters that are enough of a word which is still being typed; <see cref="ShortestBeginning"/> for one that is not.</param>
    private static bool Fits(Token word, Token wanted, Func<string, bool> isKnown, int shortest) =>
        word.Stem == wanted.Stem
        || (wanted.HasAnyEnding && word.Text.StartsWith(wanted.Text, StringComparison.Ordinal))
        || (shortest < ShortestBeginning && IsBeginning(word, wanted, shortest))
        || ((IsSlip(word, wanted) || IsBeginning(word, wanted, ShortestBeginning)) && !isKnown(word.Text));

    private static bool IsBeginning(Token word, Token wanted, int shortest) => word.Text.Length >= shortest && wanted.Text.StartsWith(word.Text, StringComparison.Ordinal);

    private static bool IsSlip(Token word, Token wanted)
    {
        var slips = EditDistance.Forgiven(wanted.Text.Length);
        if (slips == 0 || word.Text[0] != wanted.Text[0])
        {
            return false;
        }

        return wanted.HasAnyEnding
            ? Enumerable.Range(wanted.Text.Length - slips, (2 * slips) + 1).Any(length => length <= word.Text.Length && EditDistance.Between(word.Text.AsSpan(0, length), wanted.Text, slips) <= slips)
            : EditDistance.Between(word.Text, wanted.Text, slips) <= slips;
    }

    private static IEnumerable<string> WithEachChoice(string phrase) =>
        phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            (IEnumerable<string>)[""], (beginnings, word) => beginnings.SelectMany(beginning => word.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(choice => (beginning + ' ' + choice).TrimStart())));

    private static Token[] PhraseOf(string text)
    {
        var words = Read(SearchWords.In(text).ToList()).ToArray();
        return text.EndsWith('*') && words.Length > 0 ? [.. words[..^1], words[^1] with { HasAnyEnding = true }] : words;
    }

    private static IEnumerable<Token> Read(IReadOnlyList<string> typed)
    {
        for (var at = 0; at < typed.Count;)
        {
            var spelling = Array.Find(Spellings, spelling => typed.Skip(at).Take(spelling.Written.Length).SequenceEqual(spelling.Written, StringComparer.Ordinal));
            var length = spelling.Written?.Length ?? 1;
            foreach (var word in spelling.Meant ?? [typed[at]])
            {
                yield return new Token(word, WithoutEnding(word), at, length);
            }

            at += length;
        }
    }

    private static string WithoutEnding(string word)
    {
        var (ending, instead) = Array.Find(Endings, pair => word.Length - pair.Ending.Length >= ShortestWithoutEnding && word.EndsWith(pair.Ending, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length] + instead;
    }

    /// <param name="Text">The word.</param>
    /// <param name="Stem">The word without its ending.</param>
    /// <param name="First">Which of the typed words it begins with.</param>
    /// <param name="Length">How many of them it is.</param>
    private sealed record Token(string Text, string Stem, int First, int Length)
    {
        public bool HasAnyEnding { get; init; }
    }
}
