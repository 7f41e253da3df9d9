using System.Numerics;
using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Search;

/// <summary>Words in which those that lie near another one are found without comparing it with all of them.</summary>
internal sealed class NearWords
{
    /// <summary>Bits for the letters from a to z and one for all others.</summary>
    private const int Letters = 27;

    private readonly Dictionary<int, List<(string Word, uint Letters)>> _byLength = [];

    /// <summary>Adds a word that is not there yet. Numbers are never meant by a slip, nor are filling words, which say nothing of what is looked for.</summary>
    public void Add(string word)
    {
        if (!word.Any(char.IsAsciiDigit) && !SearchQuery.IsFilling(word))
        {
            (_byLength.TryGetValue(word.Length, out var alike) ? alike : _byLength[word.Length] = []).Add((word, LettersOf(word)));
        }
    }

    /// <summary>Every other word that is no more slips away, with how many.</summary>
    public List<(string Word, int Slips)> To(string word, int slips)
    {
        var near = new List<(string Word, int Slips)>();
        var letters = LettersOf(word);
        for (var length = word.Length - slips; length <= word.Length + slips; length++)
        {
            if (!_byLength.TryGetValue(length, out var alike))
            {
                continue;
            }

            foreach (var (other, itsLetters) in alike)
            {
                // A slip changes two letters at the most: most words are out of reach at a glance.
                if (BitOperations.PopCount(itsLetters ^ letters) <= 2 * slips && EditDistance.Between(word, other, slips) is > 0 and var distance && distance <= slips)
                {
                    near.Add((other, distance));
                }
            }
        }

        return near;
    }

    private static uint LettersOf(string word)
    {
        var bits = 0u;
        foreach (var letter in word)
        {
            bits |= 1u << (char.IsAsciiLetterLower(letter) ? letter - 'a' : Letters - 1);
        }

        return bits;
    }
}
