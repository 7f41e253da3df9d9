using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>
/// Asks of every text what a careful editor would: can it be read, does it claim too much, does it name its sources,
/// does it warn. What it finds are warnings: a program can be wrong, and must not hold back a correction.
/// </summary>
internal static class EvidenceGate
{
    /// <summary>Reports what is to be asked of a text.</summary>
    /// <returns>The grade at which it reads, where it has sentences.</returns>
    public static ReadingGrade? Check(WrittenText text, EvidenceRules rules, FileProblems problems)
    {
        WordingCheck.Run(text.All, rules, problems);
        if (text.IsMedical)
        {
            BrandCheck.Run(text, rules, problems);
            CitationCheck.Run(text, rules, problems);
            TopicCheck.Run(text, rules, problems);
        }
        else if (text.CanBeMedical)
        {
            TopicCheck.AskWhetherMedical(text, rules, problems);
        }

        return ReadingCheck.Run(text, rules, problems);
    }
}
