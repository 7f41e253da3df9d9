using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Search;

/// <summary>Every word of the published pages, and in how many of them it stands. Not safe for threads of its own.</summary>
internal sealed class Vocabulary
{
    private const int ShortestBeginning = 3;

    /// <summary>Of shorter ones nearly every slip could be made.</summary>
    private const int ShortestHalf = 3;

    private readonly Dictionary<string, int> _pages = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _inOrder = new(StringComparer.Ordinal);
    private readonly NearWords _near = new();

    public void Add(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (_pages.TryAdd(word, 0))
            {
                _inOrder.Add(word);
                _near.Add(word);
            }

            _pages[word]++;
        }
    }

    /// <summary>Takes the words of a page out. A word that no page has any more is remembered with none.</summary>
    public void Remove(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _pages[word]--;
        }
    }

    /// <summary>Whether no page has ever had a word.</summary>
    public bool IsNew(string word) => !_pages.ContainsKey(word);

    /// <summary>In how many pages a word stands.</summary>
    public int PagesWith(string word) => _pages.GetValueOrDefault(word);

    /// <summary>The most common words that go on from a beginning.</summary>
    public IReadOnlyList<string> Beginning(string beginning, int most) =>
        beginning.Length < ShortestBeginning ? []
            : _inOrder.GetViewBetween(beginning, beginning + '\uFFFF').Where(word => word.Length > beginning.Length && PagesWith(word) > 0)
                .OrderByDescending(PagesWith).ThenBy(word => word, StringComparer.Ordinal).Take(most).ToList();

    /// <summary>The two words that somebody may have typed without the space between them; none where there are no such.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="others">Words besides those of the pages.</param>
    public IReadOnlyList<string> Halves(string word, IReadOnlySet<string> others) =>
        Enumerable.Range(ShortestHalf, Math.Max(0, word.Length + 1 - (2 * ShortestHalf))).Select(at => new[] { word[..at], word[at..] })
            .Where(halves => halves.All(half => PagesWith(half) > 0 || others.Contains(half))).MaxBy(halves => halves.Min(PagesWith)) ?? [];

    /// <summary>The words that somebody may have meant: those with the fewest slips, the most common first.</summary>
    /// <param name="word">The word that was typed.</param>
    /// <param name="others">Words besides those of the pages.</param>
    /// <param name="most">How many are wanted.</param>
    public IReadOnlyList<string> Near(string word, NearWords others, int most)
    {
        var forgiven = EditDistance.Forgiven(word.Length);
        if (forgiven == 0)
        {
            return [];
        }

        var near = _near.To(word, forgiven).Where(candidate => PagesWith(candidate.Word) > 0).Concat(others.To(word, forgiven)).Distinct().ToList();
        var fewest = near.Select(candidate => candidate.Slips).DefaultIfEmpty().Min();

        // People rarely miss the first letter.
        return near.Where(candidate => candidate.Slips == fewest)
            .OrderBy(candidate => candidate.Word[0] == word[0] ? 0 : 1).ThenByDescending(candidate => PagesWith(candidate.Word)).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Take(most).Select(candidate => candidate.Word).ToList();
    }
}
