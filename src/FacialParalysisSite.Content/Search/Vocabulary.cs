using System.Numerics;
using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Search;

/// <summary>Every word of the published pages, and in how many of them it stands. Not safe for threads of its own.</summary>
internal sealed class Vocabulary
{
    private const int ShortestBeginning = 3;

    /// <summary>Bits for letters, with one for all that are not from a to z.</summary>
    private const int Letters = 27;

    private readonly Dictionary<string, Known> _words = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _inOrder = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Known>> _byLength = [];

    public void Add(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (!_words.TryGetValue(word, out var known))
            {
                _words[word] = known = new Known(word);
                _inOrder.Add(word);
                (_byLength.TryGetValue(word.Length, out var alike) ? alike : _byLength[word.Length] = []).Add(known);
            }

            known.Pages++;
        }
    }

    /// <summary>Takes the words of a page out. A word that no page has any more is remembered with none.</summary>
    public void Remove(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _words[word].Pages--;
        }
    }

    /// <summary>Whether no page has ever had a word.</summary>
    public bool IsNew(string word) => !_words.ContainsKey(word);

    /// <summary>In how many pages a word stands.</summary>
    public int PagesWith(string word) => _words.GetValueOrDefault(word)?.Pages ?? 0;

    /// <summary>The most common words that go on from a beginning.</summary>
    public IReadOnlyList<string> Beginning(string beginning, int most) =>
        beginning.Length < ShortestBeginning ? []
            : _inOrder.GetViewBetween(beginning, beginning + '\uFFFF').Where(word => word.Length > beginning.Length && PagesWith(word) > 0)
                .OrderByDescending(PagesWith).ThenBy(word => word, StringComparer.Ordinal).Take(most).ToList();

    /// <summary>
    /// The words that somebody may have meant: those with the fewest slips, the most common first. A filling word is never
    /// meant, because it says nothing of what is looked for.
    /// </summary>
    /// <param name="word">The word that was typed.</param>
    /// <param name="others">Words besides those of the pages.</param>
    /// <param name="most">How many are wanted.</param>
    public IReadOnlyList<string> Near(string word, IReadOnlySet<string> others, int most)
    {
        var slips = EditDistance.Forgiven(word.Length);
        if (slips == 0)
        {
            return [];
        }

        var letters = LettersOf(word);
        var near = new List<(string Word, int Slips, int Pages)>();
        var candidates = Enumerable.Range(word.Length - slips, (2 * slips) + 1).SelectMany(length => _byLength.GetValueOrDefault(length) ?? [])
            .Concat(others.Where(other => PagesWith(other) == 0).Select(other => new Known(other)));
        foreach (var known in candidates)
        {
            // A slip changes two letters at the most: most words are out of reach at a glance.
            if (BitOperations.PopCount(known.Letters ^ letters) > 2 * slips || known.HasDigit || (known.Pages == 0 && !others.Contains(known.Word)) || SearchQuery.IsFilling(known.Word))
            {
                continue;
            }

            if (EditDistance.Between(word, known.Word, slips) is > 0 and var distance && distance <= slips)
            {
                slips = distance;
                near.Add((known.Word, distance, known.Pages));
            }
        }

        // People rarely miss the first letter.
        return near.Where(candidate => candidate.Slips == slips)
            .OrderBy(candidate => candidate.Word[0] == word[0] ? 0 : 1).ThenByDescending(candidate => candidate.Pages).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Take(most).Select(candidate => candidate.Word).ToList();
    }

    private static uint LettersOf(string word) => word.Aggregate(0u, (bits, letter) => bits | (1u << (char.IsAsciiLetterLower(letter) ? letter - 'a' : Letters - 1)));

    private sealed class Known(string word)
    {
        public string Word => word;

        /// <summary>Which letters it has, each as a bit.</summary>
        public uint Letters { get; } = LettersOf(word);

        public bool HasDigit { get; } = word.Any(char.IsAsciiDigit);

        public int Pages { get; set; }
    }
}
