using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Linking;

/// <summary>Sees to it that an older address leads to one page only, and never hides a page.</summary>
internal sealed class AliasRegister
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>The aliases that lead to a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="aliases">The aliases written in it.</param>
    public IReadOnlyList<string> Of(string path, IReadOnlyList<Located<string>> aliases) =>
        aliases.Select(alias => alias.Value).Where(alias => _owners.GetValueOrDefault(alias) == path).ToList();

    public void Claim(Located<string> alias, string path, IReadOnlyDictionary<string, ParsedFile> files, FileProblems problems)
    {
        if (IsAddress(alias.Value, files))
        {
            problems.Add(alias.At, ProblemCode.AliasIsTaken, $"\"{alias.Value}\" is the address of a page that exists, so the alias has no effect.", "An alias is an older address. Delete it.");
        }
        else if (!_owners.TryAdd(alias.Value, path))
        {
            problems.Add(alias.At, ProblemCode.DuplicateAlias, $"\"{alias.Value}\" already leads to {_owners[alias.Value]}.", "Keep it in one of the two files.");
        }
    }

    private static bool IsAddress(string address, IReadOnlyDictionary<string, ParsedFile> files)
    {
        var parts = address.Trim('/').Split('/');
        return parts switch
        {
            [""] => true,
            [var first] => files.ContainsKey($"pages/{first}.md") || (SiteAddresses.Reserved.Contains(first) && first != "blogs"),
            ["articles", var slug] => files.ContainsKey($"articles/{slug}.md"),
            ["categories" or "tags" or "pictures" or "css" or "js" or "fonts" or "images" or "status", ..] => true,
            _ => false,
        };
    }
}
