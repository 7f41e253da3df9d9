using System.Text.RegularExpressions;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>The stylesheets as they should be served: their parts in the order of the layers, without comments and what else only people need.</summary>
internal static class Stylesheet
{
    private static readonly string Root = Path.Combine(Repository.Folder, "wwwroot", "css");

    public static IReadOnlyList<string> GalleryParts { get; } = In("gallery");

    /// <summary>The parts of the sheet that every page has.</summary>
    public static IReadOnlyList<string> SiteParts { get; } =
    [
        "tokens.css", "base.css", "layout.css",
        .. In("blocks"),
        "modes.css",
    ];

    public static IEnumerable<string> Parts => SiteParts.Concat(GalleryParts);

    public static string TextOf(string part) => File.ReadAllText(Path.Combine(Root, part));

    public static string Served(IEnumerable<string> parts)
    {
        var text = string.Join(' ', parts.Select(TextOf).Prepend("@layer tokens, base, layout, blocks, modes;"));
        text = Regex.Replace(text, @"/\*.*?\*/", "", RegexOptions.Singleline | RegexOptions.NonBacktracking);
        text = Regex.Replace(text, @"\s+", " ", RegexOptions.NonBacktracking);
        return Regex.Replace(text, ";? ?([{}]) ?", "$1", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();
    }

    private static List<string> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.css").Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal).ToList();
}
