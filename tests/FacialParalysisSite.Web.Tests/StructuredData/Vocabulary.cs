namespace FacialParalysisSite.Web.Tests.StructuredData;

/// <summary>
/// What schema.org, version 30.0, says of the types and properties that the site uses: noted from each one's page there.
/// A page that uses another one fails until it is looked up and noted here.
/// </summary>
internal static class Vocabulary
{
    /// <summary>Each type with the types above it that have properties noted here.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Types = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["MedicalClinic"] = ["Organization", "Place", "Thing"],
        ["Physician"] = ["Organization", "Place", "Thing"],
        ["Organization"] = ["Thing"],
        ["Person"] = ["Thing"],
        ["PostalAddress"] = ["ContactPoint", "Thing"],
        ["MedicalWebPage"] = ["WebPage", "CreativeWork", "Thing"],
        ["FAQPage"] = ["WebPage", "CreativeWork", "Thing"],
        ["Article"] = ["CreativeWork", "Thing"],
        ["Question"] = ["CreativeWork", "Thing"],
        ["Answer"] = ["CreativeWork", "Thing"],
        ["BreadcrumbList"] = ["ItemList", "Thing"],
        ["ListItem"] = ["Thing"],
    };

    public static readonly IReadOnlyDictionary<string, Property> Properties = new Dictionary<string, Property>(StringComparer.Ordinal)
    {
        ["name"] = Of("Thing").Holds("Text"),
        ["description"] = Of("Thing").Holds("Text", "TextObject"),
        ["url"] = Of("Thing").Holds("URL"),
        ["image"] = Of("Thing").Holds("URL", "ImageObject"),
        ["sameAs"] = Of("Thing").Holds("URL"),
        ["mainEntityOfPage"] = Of("Thing").Holds("URL", "CreativeWork"),

        ["telephone"] = Of("Organization", "Place", "Person", "ContactPoint").Holds("Text"),
        ["email"] = Of("Organization", "Person", "ContactPoint").Holds("Text"),
        ["address"] = Of("Organization", "Place", "Person").Holds("PostalAddress", "Text"),
        ["logo"] = Of("Organization", "Place").Holds("URL", "ImageObject"),
        ["parentOrganization"] = Of("Organization").Holds("Organization"),
        ["addressLocality"] = Of("PostalAddress").Holds("Text"),
        ["addressRegion"] = Of("PostalAddress").Holds("Text", "AdministrativeArea"),

        ["headline"] = Of("CreativeWork").Holds("Text"),
        ["text"] = Of("CreativeWork").Holds("Text"),
        ["author"] = Of("CreativeWork").Holds("Person", "Organization"),
        ["publisher"] = Of("CreativeWork").Holds("Person", "Organization"),
        ["datePublished"] = Of("CreativeWork").Holds("Date", "DateTime"),
        ["dateModified"] = Of("CreativeWork").Holds("Date", "DateTime"),
        ["inLanguage"] = Of("CreativeWork").Holds("Text", "Language"),
        ["keywords"] = Of("CreativeWork", "Organization", "Place").Holds("Text", "URL", "DefinedTerm"),
        ["timeRequired"] = Of("CreativeWork").Holds("Duration"),
        ["mainEntity"] = Of("CreativeWork").Holds("Thing"),
        ["articleSection"] = Of("Article").Holds("Text"),
        ["lastReviewed"] = Of("WebPage").Holds("Date"),
        ["reviewedBy"] = Of("WebPage").Holds("Person", "Organization"),
        ["acceptedAnswer"] = Of("Question").Holds("Answer", "ItemList"),

        ["itemListElement"] = Of("ItemList").Holds("ListItem", "Text", "Thing"),
        ["position"] = Of("ListItem", "CreativeWork").Holds("Integer", "Text"),
        ["item"] = Of("ListItem").Holds("Thing"),
    };

    private static Property Of(params string[] types) => new(types, []);

    private static Property Holds(this Property property, params string[] kinds) => property with { Kinds = kinds };

    /// <param name="Types">The types that have it.</param>
    /// <param name="Kinds">What it may hold.</param>
    internal sealed record Property(string[] Types, string[] Kinds);
}
