using System.Text.Json;
using AngleSharp.Html.Dom;

namespace FacialParalysisSite.Web.Tests.StructuredData;

/// <summary>What a page says for programs.</summary>
internal static class JsonLd
{
    /// <summary>The nodes of its graph; none where it says nothing.</summary>
    public static List<JsonElement> Of(IHtmlDocument page)
    {
        var scripts = page.QuerySelectorAll("script[type='application/ld+json']").ToList();
        if (scripts.Count == 0)
        {
            return [];
        }

        var root = JsonDocument.Parse(Assert.Single(scripts).TextContent).RootElement;
        Assert.Equal("https://schema.org", root.GetProperty("@context").GetString());
        return root.GetProperty("@graph").EnumerateArray().ToList();
    }

    /// <summary>The one node of a type, or null.</summary>
    public static JsonElement? Find(IHtmlDocument page, string type)
    {
        var found = Of(page).Where(node => SchemaOrg.TypesOf(node).Contains(type, StringComparer.Ordinal)).ToList();
        return found.Count == 0 ? null : Assert.Single(found);
    }

    public static JsonElement Get(IHtmlDocument page, string type) => Find(page, type) ?? throw new Xunit.Sdk.XunitException($"There is no {type}.");

    public static string? Text(this JsonElement node, string property) => node.TryGetProperty(property, out var value) ? value.GetString() : null;
}
