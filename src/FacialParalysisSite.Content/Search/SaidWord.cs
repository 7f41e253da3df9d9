namespace FacialParalysisSite.Content.Search;

/// <summary>A word as somebody says it who may need help: spellings of one and the same are one.</summary>
/// <param name="Text">The word.</param>
/// <param name="Stem">The word without its ending.</param>
/// <param name="First">Which of the typed words it begins with.</param>
/// <param name="Length">How many of them it is.</param>
internal sealed record SaidWord(string Text, string Stem, int First, int Length)
{
    private const int ShortestWithoutEnding = 3;

    /// <summary>What people write for one and the same word or two.</summary>
    private static readonly (string[] Written, string[] Meant)[] Spellings =
    [
        (["not", "able", "to"], ["cant"]), (["unable", "to"], ["cant"]), (["can", "not"], ["cant"]), (["can", "t"], ["cant"]), (["could", "not"], ["cant"]),
        (["cannot"], ["cant"]), (["couldnt"], ["cant"]), (["cnat"], ["cant"]), (["cnt"], ["cant"]), (["canot"], ["cant"]), (["cannt"], ["cant"]),
        (["do", "not"], ["dont"]), (["no", "longer"], ["dont"]), (["does", "not"], ["doesnt"]), (["dosent"], ["doesnt"]), (["did", "not"], ["didnt"]),
        (["will", "not"], ["wont"]), (["would", "not"], ["wont"]), (["wouldnt"], ["wont"]), (["is", "not"], ["isnt"]), (["any", "more"], ["anymore"]), (["i", "am"], ["im"]),
        (["my", "self"], ["myself"]), (["my", "slef"], ["myself"]), (["him", "self"], ["himself"]), (["her", "self"], ["herself"]), (["them", "selves"], ["themselves"]), (["themself"], ["themselves"]),
        (["your", "self"], ["yourself"]), (["wanna"], ["want", "to"]), (["gonna"], ["going", "to"]),
    ];

    private static readonly ILookup<string, (string[] Written, string[] Meant)> ByFirstWord = Spellings.ToLookup(spelling => spelling.Written[0], StringComparer.Ordinal);

    /// <summary>Endings that leave the meaning as it is, the longest first, and what stands in their place.</summary>
    private static readonly (string Ending, string Instead)[] Endings = [("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")];

    /// <summary>Reads words.</summary>
    /// <param name="typed">The words that were typed, folded, in order.</param>
    public static IEnumerable<SaidWord> Read(IReadOnlyList<string> typed)
    {
        for (var at = 0; at < typed.Count;)
        {
            var spelling = ByFirstWord[typed[at]].FirstOrDefault(spelling => typed.Skip(at).Take(spelling.Written.Length).SequenceEqual(spelling.Written, StringComparer.Ordinal));
            var length = spelling.Written?.Length ?? 1;
            foreach (var word in spelling.Meant ?? [typed[at]])
            {
                yield return new SaidWord(word, WithoutEnding(word), at, length);
            }

            at += length;
        }
    }

    private static string WithoutEnding(string word)
    {
        var (ending, instead) = Array.Find(Endings, pair => word.Length - pair.Ending.Length >= ShortestWithoutEnding && word.EndsWith(pair.Ending, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length] + instead;
    }
}
