using System.Text;

namespace FacialParalysisSite.Content.Search;

/// <summary>The words that were looked for, in every form that pages have, with how much each says.</summary>
internal sealed class WordWeights
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public WordWeights() => _bySpan = _weights.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds forms of a word, where they are not there yet.</summary>
    public void Add(IEnumerable<string> forms, double weight)
    {
        foreach (var form in forms)
        {
            _weights.TryAdd(form, weight);
        }
    }

    /// <summary>The word that stands in a text, folded, and its weight; null where it was not looked for.</summary>
    /// <param name="written">The word as it is written there. Most are plain and need no string of their own.</param>
    public (string Word, double Weight)? Find(ReadOnlySpan<char> written)
    {
        if (Ascii.IsValid(written) && !written.Contains('\''))
        {
            return _bySpan.TryGetValue(written, out var known, out var plain) ? (known, plain) : null;
        }

        var word = SearchWords.Fold(written);
        return _weights.TryGetValue(word, out var weight) ? (word, weight) : null;
    }
}
