using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Linking;

/// <summary>Sees to it that an older address leads to one page only, and never hides a page or leads in a circle.</summary>
internal sealed class AliasRegister(IReadOnlyDictionary<string, ParsedFile> files)
{
    /// <summary>Parts of the site whose addresses are those of files of content.</summary>
    private static readonly string[] PartsOfContent = ["articles", "categories", "tags", "blogs"];

    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>The aliases that lead to a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="aliases">The aliases written in it.</param>
    public IReadOnlyList<string> Of(string path, IReadOnlyList<Located<string>> aliases) =>
        aliases.Select(alias => alias.Value).Where(alias => _owners.GetValueOrDefault(alias) == path).ToList();

    public void Claim(Located<string> alias, string path, FileProblems problems)
    {
        if (Taken(alias.Value, path) is var (message, hint))
        {
            problems.Add(alias.At, ProblemCode.AliasIsTaken, message, hint);
        }
        else if (!_owners.TryAdd(alias.Value, path))
        {
            problems.Add(alias.At, ProblemCode.DuplicateAlias, $"\"{alias.Value}\" already leads to {_owners[alias.Value]}.", "Keep it in one of the two files.");
        }
    }

    /// <summary>Why an alias cannot lead to a file, and what to do; null where it can.</summary>
    private (string Message, string Hint)? Taken(string alias, string path)
    {
        var parts = alias.Split('/')[1..];
        return parts switch
        {
            ["articles", var slug] => TakenBy($"articles/{slug}.md", alias, path),
            ["categories", var slug] when ListOf<ParsedCategories>("categories.yml") is { } list && list.Categories.Any(category => category.Slug == slug) =>
                TakenByEntry(alias, "categories.yml"),
            ["tags", var slug] when ListOf<ParsedTags>("tags.yml") is { } list && list.Tags.Any(tag => tag.Slug == slug) => TakenByEntry(alias, "tags.yml"),
            [var first, ..] when SiteAddresses.Reserved.Contains(first) && (!PartsOfContent.Contains(first, StringComparer.Ordinal) || (parts.Length == 1 && first != "blogs")) =>
                ($"\"{alias}\" belongs to the site itself.", "An alias is an older address. Delete it."),
            [var slug] => TakenBy($"pages/{slug}.md", alias, path),
            _ => null,
        };
    }

    private (string Message, string Hint)? TakenBy(string owner, string alias, string path)
    {
        if (!files.ContainsKey(owner))
        {
            return null;
        }

        return owner == path
            ? ($"\"{alias}\" is the address of this page itself, so it would lead in a circle.", "An alias is an older address. Delete it, or give the file its new name.")
            : ($"\"{alias}\" is the address of content/{owner}, which is still there.",
                $"If this page takes its place, delete content/{owner}: the alias works from then on. Otherwise delete the alias.");
    }

    private static (string Message, string Hint) TakenByEntry(string alias, string list) =>
        ($"\"{alias}\" is the address of an entry of content/{list}, which is still there.",
            "If this page takes its place, delete the entry: the alias works from then on. Otherwise delete the alias.");

    /// <summary>A list, where it can be read: a file with an alias is not blamed for the fault of the list.</summary>
    private T? ListOf<T>(string path)
        where T : ParsedFile => files.GetValueOrDefault(path) is T { HasErrors: false } list ? list : null;
}
