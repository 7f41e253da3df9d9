using System.Text.Json;
using System.Text.RegularExpressions;

namespace FacialParalysisSite.Web.Tests.StructuredData;

/// <summary>
/// The types and properties of schema.org that the site uses, as version 30.0 of the vocabulary has them
/// (schema.org/version/30.0, its file schemaorg-all-https; CC BY-SA 3.0): a type with the types above it, a property with
/// the types that have it and what it may hold. What the site does not use is not in the table.
/// </summary>
internal static partial class SchemaOrg
{
    private static readonly Dictionary<string, string[]> Types = new(StringComparer.Ordinal)
    {
        ["MedicalClinic"] = ["MedicalBusiness", "MedicalOrganization", "LocalBusiness", "Organization", "Place", "Thing"],
        ["Physician"] = ["MedicalBusiness", "MedicalOrganization", "LocalBusiness", "Organization", "Place", "Thing"],
        ["Person"] = ["Thing"],
        ["PostalAddress"] = ["ContactPoint", "StructuredValue", "Intangible", "Thing"],
        ["MedicalWebPage"] = ["WebPage", "CreativeWork", "Thing"],
        ["FAQPage"] = ["WebPage", "CreativeWork", "Thing"],
        ["Question"] = ["Comment", "CreativeWork", "Thing"],
        ["Answer"] = ["Comment", "CreativeWork", "Thing"],
        ["Article"] = ["CreativeWork", "Thing"],
        ["BreadcrumbList"] = ["ItemList", "Intangible", "Thing"],
        ["ListItem"] = ["Intangible", "Thing"],
    };

    private static readonly Dictionary<string, (string[] Of, string[] Holds)> Properties = new(StringComparer.Ordinal)
    {
        ["name"] = (["Thing"], ["Text"]),
        ["description"] = (["Thing"], ["Text", "TextObject"]),
        ["url"] = (["Thing"], ["URL"]),
        ["image"] = (["Thing"], ["ImageObject", "URL"]),
        ["sameAs"] = (["Thing"], ["URL"]),
        ["mainEntityOfPage"] = (["Thing"], ["CreativeWork", "URL"]),
        ["telephone"] = (["ContactPoint", "Organization", "Person", "Place"], ["Text"]),
        ["email"] = (["ContactPoint", "Organization", "Person"], ["Text"]),
        ["address"] = (["GeoCoordinates", "GeoShape", "Organization", "Person", "Place"], ["PostalAddress", "Text"]),
        ["addressLocality"] = (["PostalAddress"], ["Text"]),
        ["addressRegion"] = (["DefinedRegion", "PostalAddress"], ["AdministrativeArea", "Text"]),
        ["logo"] = (["Brand", "Certification", "Organization", "Place", "Product", "Service"], ["ImageObject", "URL"]),
        ["parentOrganization"] = (["Organization"], ["Organization"]),
        ["inLanguage"] = (["BroadcastService", "CommunicateAction", "CreativeWork", "Event", "LinkRole", "PronounceableText", "WriteAction"], ["Language", "Text"]),
        ["datePublished"] = (["Certification", "CreativeWork"], ["Date", "DateTime"]),
        ["dateModified"] = (["CreativeWork", "DataFeedItem"], ["Date", "DateTime"]),
        ["lastReviewed"] = (["WebPage"], ["Date"]),
        ["reviewedBy"] = (["WebPage"], ["Organization", "Person"]),
        ["headline"] = (["CreativeWork"], ["Text"]),
        ["author"] = (["CreativeWork", "Rating"], ["Organization", "Person"]),
        ["publisher"] = (["CreativeWork", "FinancialIncentive"], ["Organization", "Person"]),
        ["articleSection"] = (["Article"], ["Text"]),
        ["keywords"] = (["CreativeWork", "Event", "Organization", "Place", "Product"], ["DefinedTerm", "Text", "URL"]),
        ["timeRequired"] = (["CreativeWork"], ["Duration"]),
        ["mainEntity"] = (["CreativeWork"], ["Thing"]),
        ["acceptedAnswer"] = (["Question"], ["Answer", "ItemList"]),
        ["text"] = (["CreativeWork"], ["Text"]),
        ["itemListElement"] = (["ItemList"], ["ListItem", "Text", "Thing"]),
        ["position"] = (["CreativeWork", "ListItem"], ["Integer", "Text"]),
        ["item"] = (["DataFeedItem", "ListItem"], ["Thing"]),
    };

    public static IEnumerable<string> TypesOf(JsonElement node) =>
        node.GetProperty("@type") is { ValueKind: JsonValueKind.Array } several ? several.EnumerateArray().Select(type => type.GetString()!) : [node.GetProperty("@type").GetString()!];

    /// <summary>Fails where a node, or one within it, has a type or a property that is not in the vocabulary, or a value that does not belong there.</summary>
    public static void Check(JsonElement node)
    {
        var types = TypesOf(node).ToList();
        Assert.All(types, type => Assert.True(Types.ContainsKey(type), $"schema.org type {type}"));
        var all = types.Concat(types.SelectMany(type => Types[type])).ToHashSet(StringComparer.Ordinal);
        foreach (var property in node.EnumerateObject().Where(property => property.Name[0] != '@'))
        {
            Assert.True(Properties.TryGetValue(property.Name, out var known), $"schema.org property {property.Name}");
            Assert.True(all.Overlaps(known.Of), $"{property.Name} of {string.Join('+', types)}");
            var values = property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToList() : [property.Value];
            Assert.NotEmpty(values);
            Assert.All(values, value => CheckValue(property.Name, value, known.Holds));
        }
    }

    private static void CheckValue(string property, JsonElement value, string[] holds)
    {
        var fits = value.ValueKind switch
        {
            JsonValueKind.Object => TypesOf(value).SelectMany(type => Types[type].Prepend(type)).Intersect(holds, StringComparer.Ordinal).Any(),
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
