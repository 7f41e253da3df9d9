using System.Globalization;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>Whether a text can be read by somebody who left school early, or is too frightened to read well.</summary>
internal static class ReadingCheck
{
    /// <summary>The formulas were made on samples of 100 words; In short is shorter by its nature.</summary>
    private const int FewestWords = 100;

    private const int FewestWordsInShort = 20;

    /// <summary>A hard sentence is one that can be cut: shorter ones are hard by a word alone.</summary>
    private const int WordsOfASentenceToCut = 8;

    private const int SentencesToName = 3;

    private const int LongestQuote = 60;

    public static ReadingGrade? Run(WrittenText text, EvidenceRules rules, FileProblems problems)
    {
        Grade("\"In short\" reads", text.InShort, FewestWordsInShort, rules.HighestGradeInShort, ProblemCode.InShortTooHard, rules, problems);
        var body = text.Body.Where(passage => passage.Kind == PassageKind.Prose).ToList();
        return Grade("The text reads", body, FewestWords, rules.HighestGrade, ProblemCode.TextTooHard, rules, problems);
    }

    private static ReadingGrade? Grade(string what, IReadOnlyList<Passage> passages, int fewestWords, int? highest, ProblemCode code,
        EvidenceRules rules, FileProblems problems)
    {
        var sentences = passages.SelectMany(Sentence.In).Where(sentence => sentence.Words.Count > 0).ToList();
        var grade = ReadingGrade.Of(sentences, rules.WordsThatStay);
        if (grade is { } measured && measured.Highest > highest && sentences.Sum(sentence => sentence.Words.Count) >= fewestWords)
        {
            var hardest = Hardest(sentences, rules);
            problems.Add(hardest[0].At, code, $"{what} at grade {InWords(measured)}; {highest} is the most.",
                $"Shorten the hardest sentences first: {string.Join("; ", hardest.Select(Name))}.");
        }

        return grade;
    }

    private static List<Sentence> Hardest(List<Sentence> sentences, EvidenceRules rules) =>
        sentences.OrderBy(sentence => sentence.Words.Count >= WordsOfASentenceToCut ? 0 : 1)
            .ThenByDescending(sentence => ReadingGrade.Of([sentence], rules.WordsThatStay)?.FleschKincaid)
            .Take(SentencesToName).ToList();

    private static string InWords(ReadingGrade grade) => grade.Smog is { } smog
        ? string.Create(CultureInfo.InvariantCulture, $"{grade.FleschKincaid:0.0} (Flesch-Kincaid) and {smog:0.0} (SMOG)")
        : string.Create(CultureInfo.InvariantCulture, $"{grade.FleschKincaid:0.0} (Flesch-Kincaid)");

    private static string Name(Sentence sentence)
    {
        var quote = sentence.Text.Length <= LongestQuote ? sentence.Text : string.Concat(sentence.Text.AsSpan(0, LongestQuote), "…");
        return string.Create(CultureInfo.InvariantCulture, $"line {sentence.At.Line} “{quote}”");
    }
}
