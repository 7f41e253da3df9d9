using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.FrontMatter;

/// <summary>The fields that articles and pages have in common.</summary>
internal static class DocumentFields
{
    /// <summary>Search engines cut a title at about 60 characters; a question may be twice as long.</summary>
    public const int LongestTitle = 120;

    public const int LongestSummary = 300;

    /// <summary>Stands in for an address that cannot be read, so that citations of its source are not called wrong.</summary>
    private static readonly Uri NoAddress = new("about:blank");

    public static IReadOnlyList<Located<string>> Aliases(FieldReader fields)
    {
        var aliases = new List<Located<string>>();
        foreach (var alias in fields.Texts("aliases", longest: 300))
        {
            if (SiteAddresses.Canonical(alias.Value) is { } address)
            {
                aliases.Add(alias with { Value = address });
            }
            else
            {
                fields.Problems.Add(alias.At, ProblemCode.BadAddress, "This alias is not an address of this site.",
                    "Write what stands behind the site's name, beginning with a slash, such as /blogs/old-page.html.");
            }
        }

        return aliases;
    }

    public static IReadOnlyList<Source> Sources(FieldReader fields)
    {
        var sources = new List<Source>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in fields.Groups("sources"))
        {
            var id = group.RequiredSlug("id");
            var title = group.RequiredText("title", longest: 400);
            var publisher = group.Text("publisher", longest: 200);
            var year = group.Number("year", smallest: 1800, largest: 2999);
            var url = group.RequiredWebAddress("url");
            group.RefuseOthers();
            if (id.Value.Length == 0)
            {
                continue;
            }

            if (ids.Add(id.Value))
            {
                sources.Add(new Source(id.Value, title, publisher, year, url ?? NoAddress));
            }
            else
            {
                fields.Problems.Add(id.At, ProblemCode.RepeatedField, $"Two sources have the id \"{id.Value}\".", "Give each source an id of its own.");
            }
        }

        return sources;
    }

    /// <summary>Sources in the order in which the text first cites them, then those it never cites.</summary>
    public static IReadOnlyList<Source> InOrderOfCitation(IReadOnlyList<Source> sources, MarkdownBody body) =>
        sources.OrderBy(source => body.SourceNumbers.GetValueOrDefault(source.Id, int.MaxValue)).ToList();
}
