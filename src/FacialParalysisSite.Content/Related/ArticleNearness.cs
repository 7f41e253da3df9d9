using System.Collections.Frozen;
using System.Runtime.InteropServices;
using FacialParalysisSite.Content.Articles;

namespace FacialParalysisSite.Content.Related;

/// <summary>
/// How near articles are to each other by their words. A word counts the more, the fewer articles have it (tf-idf), and
/// two articles are as near as the cosine of the angle between their words (Salton G, Wong A, Yang CS: A vector space model
/// for automatic indexing. Communications of the ACM 18(11), 1975). Words that all have, such as "the", count nothing.
/// </summary>
internal sealed class ArticleNearness
{
    private readonly IReadOnlyList<Article> _articles;
    private readonly FrozenDictionary<string, Posting[]> _postings;
    private readonly double[] _lengths;

    /// <param name="articles">The published articles, the newest first.</param>
    public ArticleNearness(IReadOnlyList<Article> articles)
    {
        _articles = articles;
        var postings = new Dictionary<string, List<Posting>>(StringComparer.Ordinal);
        foreach (var (index, article) in articles.Index())
        {
            foreach (var (term, count) in ArticleTerms.Of(article))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(postings, term, out _) ??= []).Add(new Posting(index, count));
            }
        }

        _postings = postings.Where(term => term.Value.Count < articles.Count)
            .ToFrozenDictionary(term => term.Key, term => term.Value.ToArray(), StringComparer.Ordinal);
        _lengths = new double[articles.Count];
        foreach (var (index, weight) in _postings.Values.SelectMany(all => all.Select(one => (one.Article, Weight: one.Count * RarityOf(all)))))
        {
            _lengths[index] += weight * weight;
        }
    }

    /// <summary>
    /// All other articles, the nearest first. Of those that are equally near, or share no word at all, those of the same
    /// category come first, and then the newer.
    /// </summary>
    public IEnumerable<Article> NearestTo(Article article)
    {
        var scores = new double[_articles.Count];
        foreach (var (term, count) in ArticleTerms.Of(article))
        {
            if (_postings.TryGetValue(term, out var postings))
            {
                var rarity = RarityOf(postings);
                foreach (var posting in postings)
                {
                    scores[posting.Article] += count * rarity * posting.Count * rarity;
                }
            }
        }

        // Its own length is the same for all, and changes no order.
        return _articles.Index().Where(other => other.Item.Slug != article.Slug)
            .OrderByDescending(other => _lengths[other.Index] > 0 ? scores[other.Index] / Math.Sqrt(_lengths[other.Index]) : 0)
            .ThenByDescending(other => other.Item.Category.Slug == article.Category.Slug)
            .Select(other => other.Item);
    }

    private double RarityOf(Posting[] postings) => Math.Log((double)_articles.Count / postings.Length);

    /// <param name="Article">The place of an article that has the word.</param>
    /// <param name="Count">How often it has it.</param>
    private readonly record struct Posting(int Article, int Count);
}
