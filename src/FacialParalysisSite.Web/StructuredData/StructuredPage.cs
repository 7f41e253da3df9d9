using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Pages.Shared;
using FacialParalysisSite.Web.Settings;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.StructuredData;

/// <summary>
/// What a page says, once more for programs: JSON-LD with the words of schema.org. It says nothing that the page does not
/// show.
/// </summary>
internal sealed class StructuredPage(ContentCatalog catalog, IOptions<SiteOptions> site)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // Letters of all scripts stay as they are; what could end the element that it stands in is escaped all the same.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly ClinicNodes _clinic = new(catalog.Clinic, site.Value.Origin);

    /// <summary>The content of a script element of the type <c>application/ld+json</c>; null where there is nothing to say.</summary>
    public HtmlString? Of(PageHead head)
    {
        var nodes = NodesOf(head).ToList();
        return nodes.Count == 0 ? null : new HtmlString(JsonSerializer.Serialize(new Graph("https://schema.org", nodes), Format));
    }

    private IEnumerable<object> NodesOf(PageHead head)
    {
        var url = site.Value.Origin + head.Path;
        var nodes = head switch
        {
            { Article: { } article } => new ArticleNodes(catalog, _clinic, site.Value.Origin).Of(article),
            { Page: { } page } => new PageNodes(catalog, _clinic).Of(page, head, url),
            { Path: "/" } => [_clinic.Whole],
            _ => [],
        };
        return head.Crumbs.Count == 0 ? nodes : nodes.Append(StepsTo(head, url));
    }

    /// <summary>The way that is shown, with the page itself as its last step.</summary>
    private BreadcrumbsNode StepsTo(PageHead head, string url) =>
        new(head.Crumbs.Select(step => (step.Title, Url: site.Value.Origin + step.Address)).Append((head.Title, Url: url))
            .Select((step, index) => new StepNode(index + 1, step.Title, step.Url)).ToList());

    private sealed record Graph(
        [property: JsonPropertyName("@context")] string Context,
        [property: JsonPropertyName("@graph")] IReadOnlyList<object> Nodes);
}
