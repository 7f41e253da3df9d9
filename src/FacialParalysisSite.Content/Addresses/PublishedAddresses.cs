using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Pages;

namespace FacialParalysisSite.Content.Addresses;

/// <summary>The addresses under which something answers at one moment.</summary>
internal sealed class PublishedAddresses(ContentSet set, Publication publication)
{
    private readonly ILookup<ContentState, Article> _articles = set.Articles.Values.ToLookup(publication.StateOf);
    private readonly ILookup<ContentState, Page> _pages = set.Pages.Values.ToLookup(publication.StateOf);

    /// <summary>Whether there is a page or an article that readers can reach.</summary>
    public bool HasPages => _articles[ContentState.Published].Any() || _pages[ContentState.Published].Any();

    /// <summary>What readers can reach, older addresses included. An address may come twice.</summary>
    public IEnumerable<string> Published() =>
        In(ContentState.Published)
            .Concat(SiteAddresses.Fixed)
            .Concat(set.Categories.Select(category => SiteAddresses.OfCategory(category.Slug)))
            .Concat(set.Tags.Select(tag => SiteAddresses.OfTag(tag.Slug)));

    /// <summary>What gets a better answer than "not found".</summary>
    public HashSet<string> Answering()
    {
        // The category and the tags of a last good version may be in no list any more, and a hub answers for its category.
        var articles = _articles[ContentState.Published].ToList();
        var hubs = _pages[ContentState.Published].Select(page => page.Category).OfType<Category>();
        return Published()
            .Concat(In(ContentState.Expired))
            .Concat(articles.Select(article => article.Category).Concat(hubs).Select(category => SiteAddresses.OfCategory(category.Slug)))
            .Concat(articles.SelectMany(article => article.Tags).Select(tag => SiteAddresses.OfTag(tag.Slug)))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The aliases of what is kept off because it waits for its review.</summary>
    public IEnumerable<string> AliasesAwaitingReview() =>
        _articles[ContentState.AwaitingReview].SelectMany(article => article.Aliases)
            .Concat(_pages[ContentState.AwaitingReview].SelectMany(page => page.Aliases));

    private IEnumerable<string> In(ContentState state) =>
        _articles[state].SelectMany(article => article.Aliases.Prepend(article.Address))
            .Concat(_pages[state].SelectMany(page => page.Aliases.Prepend(page.Address)));
}
