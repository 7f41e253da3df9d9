using System.Collections.Frozen;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// Finds in what was typed the words of somebody who may need help now. It errs on their side: other endings, slips, words
/// that are not typed to their end, and a few words between those of a phrase make no difference. It needs no page. Its
/// time grows with the words that were typed and hardly with the phrases: these are kept as a tree, and each typed word is
/// compared with the few words of phrases that have its first letter.
/// </summary>
internal sealed class AcuteWords
{
    /// <summary>"My arm on the right side is numb": more words between make it another sentence.</summary>
    private const int MostBetween = 5;

    /// <summary>"Cannot move my left arm": of two words that say something, the phrase may not be the point.</summary>
    private const int MostTellingBetween = 1;

    /// <summary>Words that say how something came or where, and not what.</summary>
    private static readonly FrozenSet<string> Becoming = (
        "went gone goes become becoming became feel feels felt feeling seem seems seemed even suddenly sudden completely totally all both left right "
        + "side whole entire just keep keeps started starting").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly List<AcuteWord> _words = [];
    private readonly Dictionary<AcuteWord, int> _numbers = [];
    private readonly ILookup<char, int> _byFirstLetter;
    private readonly Branch _root = new();
    private readonly ILookup<string, string[]> _unless;

    /// <summary>Reads phrases.</summary>
    /// <param name="say">Words and phrases. A star at the end stands for any ending, a stroke between words for "or".</param>
    /// <param name="unless">
    /// What means something else: words that stand there just so, one right after the other, are in no phrase. "Taking over
    /// my life" is said of an illness.
    /// </param>
    public AcuteWords(IReadOnlyList<string> say, IReadOnlyList<string> unless)
    {
        Phrases = say.SelectMany(WithEachChoice).ToList();
        foreach (var phrase in Phrases)
        {
            Plant(AcuteWord.PhraseOf(phrase));
        }

        _byFirstLetter = Enumerable.Range(0, _words.Count).ToLookup(number => _words[number].Text[0]);
        _unless = unless.SelectMany(WithEachChoice).Select(text => SaidWord.Read(SearchWords.In(text).ToList()).Select(word => word.Text).ToArray())
            .Where(words => words.Length > 0).ToLookup(words => words[0], StringComparer.Ordinal);
    }

    /// <summary>The phrases that staff wrote, with each of the words that may stand for each other.</summary>
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>Each word of the phrases.</summary>
    public IEnumerable<string> Words => _words.Select(word => word.Text);

    /// <summary>Finds every typed word that belongs to a phrase.</summary>
    /// <param name="typed">The words that were typed, folded, in order.</param>
    /// <param name="isKnown">Whether a word has a meaning of its own here, so that it is no slip for another.</param>
    /// <param name="isUnfinished">Whether somebody is still typing the last word.</param>
    /// <returns>The words; none where nothing alarming stands there.</returns>
    public IReadOnlySet<string> In(IReadOnlyList<string> typed, Func<string, bool> isKnown, bool isUnfinished)
    {
        var words = SaidWord.Read(typed).ToList();
        var fitting = Fitting(words, isKnown, isUnfinished);
        var places = new HashSet<int>();
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var number in fitting[start])
            {
                if (_root.Next.TryGetValue(number, out var branch))
                {
                    Follow(branch, [start], telling: 0);
                }
            }
        }

        return places.SelectMany(place => typed.Skip(words[place].First).Take(words[place].Length)).ToHashSet(StringComparer.Ordinal);

        void Follow(Branch branch, List<int> path, int telling)
        {
            if (branch.IsEnd)
            {
                places.UnionWith(path);
            }

            // Of several places for the next word of a phrase the first is as good as any.
            var met = new HashSet<int>();
            var first = path[^1] + 1;
            for (var at = first; branch.Next.Count > 0 && at < words.Count && at <= first + MostBetween && telling <= MostTellingBetween; at++)
            {
                foreach (var number in fitting[at])
                {
                    if (branch.Next.TryGetValue(number, out var next) && met.Add(number))
                    {
                        Follow(next, [.. path, at], telling);
                    }
                }

                telling += SearchQuery.IsFilling(words[at].Text) || Becoming.Contains(words[at].Text) ? 0 : 1;
            }
        }
    }

    /// <summary>The words of phrases that each typed word may be.</summary>
    private List<int[]> Fitting(List<SaidWord> words, Func<string, bool> isKnown, bool isUnfinished)
    {
        var known = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var fitting = words.ConvertAll(word => known.TryGetValue(word.Text, out var numbers) ? numbers : known[word.Text] = NumbersOf(word, isBeingTyped: false));
        if (isUnfinished && words.Count > 0)
        {
            fitting[^1] = NumbersOf(words[^1], isBeingTyped: true);
        }

        foreach (var place in Excepted(words))
        {
            fitting[place] = [];
        }

        return fitting;

        int[] NumbersOf(SaidWord word, bool isBeingTyped) => _byFirstLetter[word.Text[0]].Where(number => _words[number].Fits(word, isKnown, isBeingTyped)).ToArray();
    }

    /// <summary>The places of words that mean something else together.</summary>
    private List<int> Excepted(List<SaidWord> words) =>
        words.Index().SelectMany(word => _unless[word.Item.Text].Where(phrase => StandsAt(word.Index, words, phrase)).SelectMany(phrase => Enumerable.Range(word.Index, phrase.Length))).ToList();

    private static bool StandsAt(int place, List<SaidWord> words, string[] phrase) =>
        words.Skip(place).Take(phrase.Length).Select(word => word.Text).SequenceEqual(phrase, StringComparer.Ordinal);

    private void Plant(IReadOnlyList<AcuteWord> phrase)
    {
        var branch = _root;
        foreach (var word in phrase)
        {
            if (!_numbers.TryGetValue(word, out var number))
            {
                _numbers[word] = number = _words.Count;
                _words.Add(word);
            }

            branch = branch.Next.TryGetValue(number, out var next) ? next : branch.Next[number] = new Branch();
        }

        branch.IsEnd = branch != _root;
    }

    private static IEnumerable<string> WithEachChoice(string phrase) =>
        phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            (IEnumerable<string>)[""], (beginnings, word) => beginnings.SelectMany(beginning => word.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(choice => (beginning + ' ' + choice).TrimStart())));

    /// <summary>What may come next in phrases that have begun alike, by the numbers of its words.</summary>
    private sealed class Branch
    {
        public Dictionary<int, Branch> Next { get; } = [];

        public bool IsEnd { get; set; }
    }
}
