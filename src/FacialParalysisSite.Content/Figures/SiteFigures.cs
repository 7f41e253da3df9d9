using System.Collections.Frozen;
using System.Reflection;
using System.Xml.Linq;

namespace FacialParalysisSite.Content.Figures;

/// <summary>
/// The drawings that a text places by name. Each is an HTML file beside this one and part of the program: words in
/// HTML, and lines in SVG that are decoration. Its numbers stand in the paragraph that a text puts below it.
/// </summary>
internal static class SiteFigures
{
    private const string Folder = "Figures/";

    private static readonly FrozenDictionary<string, string> All = Load(typeof(SiteFigures).Assembly);

    private static readonly FrozenDictionary<string, string> Texts = All.ToFrozenDictionary(figure => figure.Key, figure => SpokenText(XElement.Parse(figure.Value)), StringComparer.Ordinal);

    /// <summary>Every name there is, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = All.Keys.Order(StringComparer.Ordinal).ToList();

    /// <summary>The markup of a figure, or null where there is none of this name.</summary>
    public static string? HtmlOf(string name) => All.GetValueOrDefault(name);

    /// <summary>The words of a figure that are read aloud, or null where there is none of this name.</summary>
    public static string? TextOf(string name) => Texts.GetValueOrDefault(name);

    private static string SpokenText(XElement element) =>
        element.Attribute("aria-hidden")?.Value == "true" ? ""
            : string.Join(' ', element.Nodes().Select(node => node switch { XElement part => SpokenText(part), XText text => text.Value.Trim(), _ => "" }).Where(text => text.Length > 0));

    private static FrozenDictionary<string, string> Load(Assembly assembly) =>
        assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(resource => resource[Folder.Length..], resource => Read(assembly, resource), StringComparer.Ordinal);

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().Trim();
    }
}
