using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Web.Feeds;

/// <summary>
/// The newest articles as Atom (RFC 4287). Entries have the summary alone: the notices, sources and reviews that belong to
/// a text stand on its page.
/// </summary>
internal static class AtomFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    /// <param name="catalog">What is published.</param>
    /// <param name="origin">Scheme and host of the site.</param>
    public static byte[] Write(ContentCatalog catalog, string origin)
    {
        var articles = catalog.Articles.Take(FeedServices.Size).ToList();
        var feed = new SyndicationFeed(catalog.Clinic.Name, FeedServices.Subtitle, new Uri(origin + SiteAddresses.Articles), FeedIds.OfSite(origin),
            articles.Select(article => catalog.MomentOf(article.LastChanged)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())
        {
            Language = "en-US",
            Items = articles.Select(article => EntryOf(article, catalog, origin)).ToList(),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(origin + SiteAddresses.AtomFeed), "application/atom+xml"));
        feed.Authors.Add(new SyndicationPerson { Name = catalog.Clinic.Name });
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            feed.GetAtom10Formatter().WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static SyndicationItem EntryOf(Article article, ContentCatalog catalog, string origin)
    {
        var address = new Uri(origin + article.Address);
        var entry = new SyndicationItem
        {
            Id = FeedIds.Of(article, origin),
            Title = new TextSyndicationContent(article.Title),
            Summary = new TextSyndicationContent(article.Summary),
            PublishDate = catalog.MomentOf(article.Published),
            LastUpdatedTime = catalog.MomentOf(article.LastChanged),
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(address, "text/html"));
        entry.Authors.Add(new SyndicationPerson { Name = article.Author.NameAndCredentials });
        entry.Categories.Add(new SyndicationCategory(article.Category.Slug, scheme: null, article.Category.Title));
        foreach (var tag in article.Tags)
        {
            entry.Categories.Add(new SyndicationCategory(tag.Slug, scheme: null, tag.Title));
        }

        return entry;
    }
}
