using FacialParalysisSite.Content.Phrases;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>Words that rank and words that promise: what they claim cannot be shown, and the law forbids much of it.</summary>
internal static class WordingCheck
{
    /// <summary>Looks at fields that hold a few words each.</summary>
    public static void Run(IEnumerable<Located<string>> fields, EvidenceRules rules, FileProblems problems) =>
        Run(fields.Select(Passage.OfField), rules, problems);

    public static void Run(IEnumerable<Passage> passages, EvidenceRules rules, FileProblems problems)
    {
        foreach (var passage in passages)
        {
            var allowed = new Lazy<List<FoundPhrase>>(() => rules.Allowed.In(passage.Text).ToList(), LazyThreadSafetyMode.None);
            foreach (var found in NotAllowed(rules.Superlatives, passage, allowed))
            {
                problems.Add(passage.PositionOf(found.Index), ProblemCode.Superlative, $"\"{found.Text}\" puts somebody or something above others.",
                    "Say what is true and can be looked up instead: a title, a year, a number with its source.");
            }

            foreach (var found in NotAllowed(rules.Promises, passage, allowed))
            {
                problems.Add(passage.PositionOf(found.Index), ProblemCode.Promise, $"\"{found.Text}\" promises a result.",
                    "Say what was seen, in how many people and for how long, and what it cannot do.");
            }
        }
    }

    private static IEnumerable<FoundPhrase> NotAllowed(WordList phrases, Passage passage, Lazy<List<FoundPhrase>> allowed) =>
        phrases.In(passage.Text).Where(found => !allowed.Value.Exists(honest => honest.Index <= found.Index && found.End <= honest.End));
}
