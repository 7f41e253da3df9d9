using System.Text.Json;
using System.Text.RegularExpressions;

namespace FacialParalysisSite.Web.Tests.StructuredData;

/// <summary>Checks what the pages say for programs against the <see cref="Vocabulary"/>.</summary>
internal static partial class SchemaOrg
{
    public static IEnumerable<string> TypesOf(JsonElement node) =>
        node.GetProperty("@type") is { ValueKind: JsonValueKind.Array } several ? several.EnumerateArray().Select(type => type.GetString()!) : [node.GetProperty("@type").GetString()!];

    /// <summary>Fails where a node, or one within it, has a type or a property that is not in the vocabulary, or a value that does not belong there.</summary>
    public static void Check(JsonElement node)
    {
        var types = TypesOf(node).ToList();
        Assert.All(types, type => Assert.True(Vocabulary.Types.ContainsKey(type), $"schema.org type {type}"));
        var all = types.Concat(types.SelectMany(type => Vocabulary.Types[type])).ToHashSet(StringComparer.Ordinal);
        foreach (var property in node.EnumerateObject().Where(property => property.Name[0] != '@'))
        {
            Assert.True(Vocabulary.Properties.TryGetValue(property.Name, out var known), $"schema.org property {property.Name}");
            Assert.True(all.Overlaps(known.Types), $"{property.Name} of {string.Join('+', types)}");
            var values = property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToList() : [property.Value];
            Assert.NotEmpty(values);
            Assert.All(values, value => CheckValue(property.Name, value, known.Kinds));
        }
    }

    private static void CheckValue(string property, JsonElement value, string[] holds)
    {
        var fits = value.ValueKind switch
        {
            JsonValueKind.Object => TypesOf(value).SelectMany(type => Vocabulary.Types[type].Prepend(type)).Intersect(holds, StringComparer.Ordinal).Any(),
            JsonValueKind.Number => holds.Contains("Integer", StringComparer.Ordinal) && value.TryGetInt32(out _),
            JsonValueKind.String => holds.Any(kind => IsText(value.GetString()!, kind)),
            _ => false,
        };
        Assert.True(fits, $"{property}: {value}");
        if (value.ValueKind == JsonValueKind.Object)
        {
            Check(value);
        }
    }

    /// <summary>Where a thing is wanted, JSON-LD of schema.org may name it by its address.</summary>
    private static bool IsText(string text, string kind) => kind switch
    {
        "Text" => text.Length > 0,
        "URL" or "Thing" => Uri.IsWellFormedUriString(text, UriKind.Absolute),
        "Date" => Day().IsMatch(text),
        "DateTime" => Moment().IsMatch(text),
        "Duration" => Minutes().IsMatch(text),
        _ => false,
    };

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^PT\d+M$", RegexOptions.NonBacktracking)]
    private static partial Regex Minutes();
}
