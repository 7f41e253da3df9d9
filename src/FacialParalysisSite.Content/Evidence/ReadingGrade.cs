using System.Collections.Frozen;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>The school grade of the United States at which a text can be read, by two formulas.</summary>
/// <param name="FleschKincaid">
/// 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59. Kincaid JP, Fishburne RP, Rogers RL, Chissom BS:
/// Derivation of new readability formulas for Navy enlisted personnel. Research Branch Report 8-75, 1975.
/// </param>
/// <param name="Smog">
/// 3.1291 + 1.0430 × √(words of three or more syllables × 30 ÷ sentences); null for a text of less than 30 sentences,
/// for which it was not made. McLaughlin GH: SMOG grading, a new readability formula. Journal of Reading 12(8), 1969.
/// </param>
public readonly record struct ReadingGrade(double FleschKincaid, double? Smog)
{
    private const int FewestSentencesForSmog = 30;

    /// <summary>The harder of the two.</summary>
    public double Highest => Math.Max(FleschKincaid, Smog ?? FleschKincaid);

    /// <summary>Grades sentences; null where they have no words.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="wordsThatStay">Words in lower case that count as two syllables at the most, also with an s behind them.</param>
    internal static ReadingGrade? Of(IReadOnlyCollection<Sentence> sentences, FrozenSet<string> wordsThatStay)
    {
        var syllables = sentences.SelectMany(sentence => sentence.Words).Select(word => SyllablesOf(word, wordsThatStay)).ToList();
        if (syllables.Count == 0)
        {
            return null;
        }

        var fleschKincaid = (0.39 * syllables.Count / sentences.Count) + (11.8 * syllables.Sum() / syllables.Count) - 15.59;
        double? smog = sentences.Count < FewestSentencesForSmog ? null
            : 3.1291 + (1.0430 * Math.Sqrt(syllables.Count(count => count >= 3) * 30.0 / sentences.Count));
        return new ReadingGrade(fleschKincaid, smog);
    }

    private static int SyllablesOf(string word, FrozenSet<string> wordsThatStay)
    {
        var count = Syllables.In(word);
        return count > 2 && Stays(word, wordsThatStay) ? 2 : count;
    }

    private static bool Stays(string word, FrozenSet<string> wordsThatStay)
    {
        var plain = word.ToLowerInvariant().Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal);
        return wordsThatStay.Contains(plain) || (plain.EndsWith('s') && wordsThatStay.Contains(plain[..^1]));
    }
}
