using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Articles;

/// <summary>Reads <c>tags.yml</c>.</summary>
internal static class TagsFile
{
    public static ParsedTags Parse(ContentFile file, EvidenceRules rules, FileProblems problems) =>
        new(file.Path,
            ListFile.Read(file, rules, problems, (fields, slug) => new Tag(slug, fields.RequiredText("title", longest: 60), fields.Text("summary", longest: 300))),
            problems.All);
}
