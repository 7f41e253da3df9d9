using System.Text;
using System.Xml;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Pages;

namespace FacialParalysisSite.Web.Machines;

/// <summary>
/// Every address that a search engine should know, once (sitemaps.org, protocol 0.9): articles, pages, and lists that have
/// articles. Further parts of a list are left out: all that they have is articles, which are here themselves.
/// </summary>
internal static class Sitemap
{
    public const string Address = "/sitemap.xml";

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <param name="catalog">What is published.</param>
    /// <param name="origin">Scheme and host of the site.</param>
    public static byte[] Write(ContentCatalog catalog, string origin)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            writer.WriteStartElement("urlset", Namespace);
            foreach (var (address, lastChanged) in Addresses(catalog))
            {
                writer.WriteStartElement("url", Namespace);
                writer.WriteElementString("loc", Namespace, origin + address);
                if (lastChanged is { } date)
                {
                    writer.WriteElementString("lastmod", Namespace, date.ToW3C());
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static IEnumerable<(string Address, ContentDate? LastChanged)> Addresses(ContentCatalog catalog)
    {
        var categories = catalog.Categories.Where(category => catalog.HubOf(category) is null)
            .Select(category => (SiteAddresses.OfCategory(category.Slug), Articles: catalog.ArticlesIn(category)));
        var tags = catalog.Tags.Select(tag => (SiteAddresses.OfTag(tag.Slug), Articles: catalog.ArticlesTagged(tag)));
        return
        [
            ("/", LastChangeOf(catalog.Articles)),
            (SiteAddresses.Articles, LastChangeOf(catalog.Articles)),
            (SiteAddresses.Consultation, null),
            .. catalog.Pages.Select(page => (page.Address, LastChangeOf(page, catalog))),
            .. categories.Concat(tags).Where(list => list.Articles.Count > 0).Select(list => (list.Item1, LastChangeOf(list.Articles))),
            .. catalog.Articles.Select(article => (article.Address, (ContentDate?)article.LastChanged)),
        ];
    }

    /// <summary>A page without a date of its own says none; one that lists articles changes with them.</summary>
    private static ContentDate? LastChangeOf(Page page, ContentCatalog catalog) =>
        page.Category is not null && LastChangeOf(catalog.ArticlesIn(page.Category)) is { } listed ? ContentDate.Latest(listed, page.LastChanged) : page.LastChanged;

    private static ContentDate? LastChangeOf(IReadOnlyList<Article> articles) =>
        articles.Count == 0 ? null : ContentDate.Latest(articles[0].LastChanged, articles.Skip(1).Select(article => (ContentDate?)article.LastChanged).ToArray());
}
