using System.Text.RegularExpressions;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>The stylesheet as it should be served: its parts in the order of the layers, without comments.</summary>
internal static class Stylesheet
{
    private static readonly string Root = Path.Combine(Repository.Folder, "wwwroot", "css");

    public static IReadOnlyList<string> Parts { get; } =
    [
        "tokens.css", "base.css", "layout.css",
        .. Directory.EnumerateFiles(Path.Combine(Root, "blocks"), "*.css").Select(file => "blocks/" + Path.GetFileName(file)).Order(StringComparer.Ordinal),
        "modes.css",
    ];

    public static string TextOf(string part) => File.ReadAllText(Path.Combine(Root, part));

    public static string Served()
    {
        var text = string.Join(' ', Parts.Select(TextOf).Prepend("@layer tokens, base, layout, blocks, modes;"));
        text = Regex.Replace(text, @"/\*.*?\*/", "", RegexOptions.Singleline | RegexOptions.NonBacktracking);
        return Regex.Replace(text, @"\s+", " ", RegexOptions.NonBacktracking).Trim();
    }
}
