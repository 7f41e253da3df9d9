using FacialParalysisSite.Content.Phrases;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>A brand stands first beside the name of what it is. Titles and headings have no room for that.</summary>
internal static class BrandCheck
{
    public static void Run(WrittenText text, EvidenceRules rules, FileProblems problems)
    {
        var read = text.InShort.Concat(text.Body.Where(passage => passage.Kind != PassageKind.Heading)).ToList();
        foreach (var brand in rules.Brands)
        {
            if (FirstUse(brand, read) is { } first && !IsWritten(brand.FirstUse, first.Passage.Text, first.Found.Index))
            {
                problems.Add(first.Passage.PositionOf(first.Found.Index), ProblemCode.BrandFirstUse,
                    $"\"{first.Found.Text}\" is a brand, and this is the first time it stands here.", $"Write it as \"{brand.FirstUse}\" here.");
            }
        }
    }

    private static (Passage Passage, FoundPhrase Found)? FirstUse(Brand brand, List<Passage> passages) =>
        passages.SelectMany(passage => brand.Name.In(passage.Text).Select(found => ((Passage, FoundPhrase)?)(passage, found))).FirstOrDefault();

    private static bool IsWritten(string form, string text, int index) =>
        string.CompareOrdinal(text, index, form, 0, form.Length) == 0;
}
