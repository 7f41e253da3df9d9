namespace FacialParalysisSite.Content.Search;

/// <summary>Every word of the published pages, and in how many of them it stands. Not safe for threads of its own.</summary>
internal sealed class Vocabulary
{
    /// <summary>A shorter word has too many neighbors to guess at.</summary>
    private const int ShortestWithSlip = 4;

    private const int ShortestWithTwoSlips = 8;

    private const int ShortestBeginning = 3;

    private readonly Dictionary<string, int> _pages = new(StringComparer.Ordinal);

    public void Add(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _pages[word] = PagesWith(word) + 1;
        }
    }

    /// <summary>Takes the words of a page out. A word that no page has any more is remembered with none.</summary>
    public void Remove(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _pages[word] = PagesWith(word) - 1;
        }
    }

    /// <summary>Whether no page has ever had a word.</summary>
    public bool IsNew(string word) => !_pages.ContainsKey(word);

    /// <summary>In how many pages a word stands.</summary>
    public int PagesWith(string word) => _pages.GetValueOrDefault(word);

    /// <summary>The most common words that go on from a beginning.</summary>
    public IReadOnlyList<string> Beginning(string beginning, int most) =>
        beginning.Length < ShortestBeginning ? []
            : _pages.Where(word => word.Value > 0 && word.Key.Length > beginning.Length && word.Key.StartsWith(beginning, StringComparison.Ordinal))
                .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(most).Select(word => word.Key).ToList();

    /// <summary>The words that somebody may have meant: those with the fewest slips, the most common first.</summary>
    /// <param name="word">The word that was typed.</param>
    /// <param name="others">Words besides those of the pages.</param>
    /// <param name="most">How many are wanted.</param>
    public IReadOnlyList<string> Near(string word, IReadOnlySet<string> others, int most)
    {
        var slips = word.Length < ShortestWithSlip ? 0 : word.Length < ShortestWithTwoSlips ? 1 : 2;
        var near = new List<(string Word, int Slips, int Pages)>();
        foreach (var (known, pages) in slips == 0 ? [] : Words(others))
        {
            var distance = Math.Abs(known.Length - word.Length) <= slips && !known.Any(char.IsAsciiDigit) ? EditDistance.Between(word, known, slips) : slips + 1;
            if (distance <= slips)
            {
                slips = distance;
                near.Add((known, distance, pages));
            }
        }

        // People rarely miss the first letter.
        return near.Where(candidate => candidate.Slips == slips)
            .OrderBy(candidate => candidate.Word[0] == word[0] ? 0 : 1).ThenByDescending(candidate => candidate.Pages).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Take(most).Select(candidate => candidate.Word).ToList();
    }

    private IEnumerable<KeyValuePair<string, int>> Words(IReadOnlySet<string> others) =>
        _pages.Where(word => word.Value > 0).Concat(others.Where(other => PagesWith(other) == 0).Select(other => KeyValuePair.Create(other, 0)));
}
