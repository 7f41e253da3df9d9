using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Articles;

/// <summary>Reads <c>categories.yml</c>.</summary>
internal static class CategoriesFile
{
    public static ParsedCategories Parse(ContentFile file, EvidenceRules rules, FileProblems problems) =>
        new(file.Path,
            ListFile.Read(file, rules, problems, (fields, slug) => new Category(slug, fields.RequiredText("title", longest: 60), fields.RequiredText("summary", longest: 300))),
            problems.All);
}
