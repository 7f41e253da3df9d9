using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Yaml;

namespace FacialParalysisSite.Content.Articles;

/// <summary>Reads a YAML file that is a list of things with a slug each.</summary>
internal static class ListFile
{
    public static IReadOnlyList<T> Read<T>(ContentFile file, EvidenceRules rules, FileProblems problems, Func<FieldReader, string, T> read)
    {
        var things = new List<T>();
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in Groups(file, problems))
        {
            var slug = group.RequiredSlug("slug");
            var thing = read(group, slug.Value);
            group.RefuseOthers();
            WordingCheck.Run(group.Written("title", "summary"), rules, problems);
            if (slug.Value.Length == 0)
            {
                continue;
            }

            if (slugs.Add(slug.Value))
            {
                things.Add(thing);
            }
            else
            {
                problems.Add(slug.At, ProblemCode.DuplicateSlug, $"Two entries have the slug \"{slug.Value}\".", "Give each entry a slug of its own.");
            }
        }

        return things;
    }

    private static IEnumerable<FieldReader> Groups(ContentFile file, FileProblems problems)
    {
        var value = YamlReader.Read(file.Text, firstLine: 1, problems);
        if (value is not YamlList list)
        {
            if (!problems.HasErrors)
            {
                problems.Add(value?.At ?? Position.Start, ProblemCode.WrongType, "The file should be a list.", "Begin each entry with a hyphen: \"- slug: …\".");
            }

            yield break;
        }

        foreach (var item in list.Items)
        {
            if (item is YamlMap map)
            {
                yield return new FieldReader(map, problems);
            }
            else
            {
                problems.Add(item.At, ProblemCode.WrongType, "An entry should be a group of fields.", "Begin each entry with a hyphen: \"- slug: …\".");
            }
        }
    }
}
