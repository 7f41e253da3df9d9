using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.StructuredData;

/// <summary>What people can read on a page, beside what it says for programs.</summary>
internal sealed class ShownPage(IHtmlDocument page)
{
    private readonly string _words = WordsOf(page);

    /// <summary>Fails where a node says anything that the page does not show. Its names for things (<c>@id</c>) are no claims.</summary>
    public void AssertHas(JsonElement node, string address)
    {
        foreach (var property in node.EnumerateObject().Where(property => property.Name[0] != '@'))
        {
            var values = property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToList() : [property.Value];
            foreach (var value in values)
            {
                if (value.ValueKind == JsonValueKind.Object)
                {
                    AssertHas(value, address);
                }
                else
                {
                    Assert.True(Has(property.Name, value), $"{address} {property.Name}: {value}");
                }
            }
        }
    }

    private bool Has(string property, JsonElement value) => property switch
    {
        // Which step it is; that the steps are those shown, in their order, is a test of its own.
        "position" => value.TryGetInt32(out var place) && place > 0,
        "lastReviewed" => value.GetString() == Days(".review").LastOrDefault(),
        "datePublished" => DayOf(value) == Days(".meta").FirstOrDefault(),
        "dateModified" => DayOf(value) == Days(".meta").LastOrDefault() && page.QuerySelector(".meta")!.TextContent.Contains("Updated", StringComparison.Ordinal),
        "timeRequired" => page.QuerySelector(".meta")!.TextContent.Contains(string.Create(CultureInfo.InvariantCulture, $"{value.GetString()![2..^1]} minute"), StringComparison.Ordinal),
        "url" or "mainEntityOfPage" => value.GetString() == Canonical,
        "item" => value.GetString() == Canonical || LeadsTo(value.GetString()![SiteHost.PlainBase.Length..]),
        "inLanguage" => value.GetString() == page.DocumentElement.GetAttribute("lang"),
        "image" => page.QuerySelector("img.article__picture") is { } image && SiteHost.PlainBase + image.GetAttribute("src") == value.GetString(),

        // The mark: pages have it as a drawing.
        "logo" => page.QuerySelector("svg.mark") is not null && value.GetString()!.StartsWith(SiteHost.PlainBase + "/images/", StringComparison.Ordinal),
        "telephone" => LeadsTo("tel:" + value.GetString()),
        "sameAs" => LeadsTo(value.GetString()!),
        _ => value.GetString()!.Split(". ").All(sentence => _words.Contains(Plain(sentence.TrimEnd('.')), StringComparison.Ordinal)),
    };

    private string? Canonical => page.QuerySelector("link[rel=canonical]")!.GetAttribute("href");

    private IEnumerable<string?> Days(string block) => page.QuerySelectorAll(block + " time").Select(time => time.GetAttribute("datetime"));

    private bool LeadsTo(string address) => page.QuerySelectorAll("a[href]").Any(link => link.GetAttribute("href") == address);

    private static string DayOf(JsonElement value) => value.GetString()![..10];

    /// <summary>The words of a page without the numbers of sources between them.</summary>
    private static string WordsOf(IHtmlDocument page)
    {
        var body = (IHtmlElement)page.Body!.Clone();
        foreach (var citation in body.QuerySelectorAll("a.ref"))
        {
            citation.Remove();
        }

        return Plain(body.TextContent);
    }

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
