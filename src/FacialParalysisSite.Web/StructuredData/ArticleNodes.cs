using System.Globalization;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Web.StructuredData;

/// <summary>An article, and the page about medicine that it stands on.</summary>
internal sealed class ArticleNodes(ContentCatalog catalog, ClinicNodes clinic, string origin)
{
    public IEnumerable<SchemaNode> Of(Article article)
    {
        var url = origin + article.Address;
        var page = new PageNode("MedicalWebPage", article.Title, article.Summary, url, "en-US") { Id = url, DateModified = article.Updated?.ToW3C() };
        yield return clinic.WithReview(page, article.Review);
        yield return new ArticleNode(
            article.Title,
            article.Summary,
            clinic.NameOf(article.Author),
            clinic.Name,
            article.Published.ToW3C(),
            article.Updated?.ToW3C(),
            article.Image is { } image && catalog.PictureOf(image.Path)?.Plain is { } picture ? origin + picture.Address : null,
            article.Category.Title,
            article.Tags.Count == 0 ? null : article.Tags.Select(tag => tag.Title).ToList(),
            string.Create(CultureInfo.InvariantCulture, $"PT{article.ReadingTime.Minutes}M"),
            MainEntityOfPage: url);
    }
}
