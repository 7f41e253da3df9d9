using FacialParalysisSite.Content.Linking;

namespace FacialParalysisSite.Content.Catalog;

/// <summary>Older addresses, and where they lead now.</summary>
internal static class Redirects
{
    /// <param name="set">What there is.</param>
    /// <param name="publication">What of it is published.</param>
    /// <param name="lists">The addresses of categories and tags.</param>
    public static Dictionary<string, string> In(ContentSet set, Publication publication, IEnumerable<string> lists)
    {
        // An older address of something that is gone leads there too, where the answer is "gone" and not "not found".
        var articles = set.Articles.Values.Where(article => publication.Of(article) is not Availability.NotFound).Select(article => (article.Address, article.Aliases));
        var pages = set.Pages.Values.Where(page => publication.Of(page) is not Availability.NotFound).Select(page => (page.Address, page.Aliases));
        var all = articles.Concat(pages).ToList();

        // A last good version may have an alias that has become the address of a page meanwhile. The page is what people want.
        var taken = all.Select(item => item.Address).Concat(lists).ToHashSet(StringComparer.Ordinal);
        var redirects = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (address, aliases) in all)
        {
            foreach (var alias in aliases.Where(alias => !taken.Contains(alias)))
            {
                redirects.TryAdd(alias, address);
            }
        }

        return redirects;
    }
}
