using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Content.Catalog;

/// <summary>The pictures that something shows which can be seen: a picture of a draft alone stays as hidden as the draft.</summary>
internal static class ShownPictures
{
    /// <summary>The pictures by their addresses.</summary>
    /// <param name="set">What there is.</param>
    /// <param name="publication">What of it is published.</param>
    /// <param name="root">The content folder.</param>
    public static Dictionary<string, Picture> In(ContentSet set, Publication publication, string root)
    {
        var folder = new ContentFolder(root);
        var articles = set.Articles.Values.Where(article => CanBeSeen(publication.Of(article))).ToList();
        var cases = set.Cases.Values.Where(item => CanBeSeen(publication.Of(item))).ToList();
        var bodies = articles.Select(article => article.Body)
            .Concat(set.Pages.Values.Where(page => CanBeSeen(publication.Of(page))).Select(page => page.Body))
            .Concat(set.People.Values.Select(person => person.Body).OfType<MarkdownBody>());
        return bodies.SelectMany(body => body.Outline.Pictures).Select(picture => picture.Value)
            .Concat(articles.Select(article => article.Image?.Path).OfType<string>())
            .Concat(cases.SelectMany(item => item.Body.Outline.Pictures.Select(picture => picture.Value).Concat(item.Pictures.Select(picture => picture.Path))))
            .Where(path => !PatientPictures.Has(path))
            .Distinct(StringComparer.Ordinal)
            .Where(set.Pictures.ContainsKey)
            .ToDictionary(SiteAddresses.OfPicture, path => new Picture(folder, set.Pictures[path].Stamp, set.Pictures[path].MediaType), StringComparer.Ordinal);
    }

    private static bool CanBeSeen(Availability availability) => availability is Availability.Published or Availability.Preview;
}
