using System.Text;
using System.Xml;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.FrontMatter;

namespace FacialParalysisSite.Web.Machines;

/// <summary>
/// Every address that a search engine should know, once (sitemaps.org, protocol 0.9): articles, pages, cases, and lists that
/// have something in them. Further parts of a list are left out: all that they have is articles, which are here themselves. The first
/// page and lists say no last change: they change when an article leaves them, too, and nobody writes down when that was.
/// </summary>
internal static class Sitemap
{
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

    private static IEnumerable<(string Address, ContentDate? LastChanged)> Addresses(ContentCatalog catalog) =>
    [
        .. Lists(catalog).Prepend(SiteAddresses.Articles).Prepend("/").Select(address => (address, (ContentDate?)null)),
        (SiteAddresses.Consultation, null),
        .. catalog.Pages.Select(page => (page.Address, page.Category is null ? page.LastChanged : null)),
        .. catalog.Articles.Select(article => (article.Address, (ContentDate?)article.LastChanged)),
        .. catalog.Cases.Select(item => (item.Address, (ContentDate?)item.LastChanged)),
    ];

    private static IEnumerable<string> Lists(ContentCatalog catalog)
    {
        var gallery = catalog.Cases.Count > 0 ? [SiteAddresses.Gallery] : Array.Empty<string>();
        var categories = catalog.Categories.Where(category => catalog.HubOf(category) is null && catalog.ArticlesIn(category).Count > 0);
        var tags = catalog.Tags.Where(tag => catalog.ArticlesTagged(tag).Count > 0);
        return categories.Select(category => SiteAddresses.OfCategory(category.Slug)).Concat(tags.Select(tag => SiteAddresses.OfTag(tag.Slug))).Concat(gallery);
    }
}
