using System.Runtime.InteropServices;
using FacialParalysisSite.Content.Articles;

namespace FacialParalysisSite.Content.Related;

/// <summary>
/// How near articles are to each other by their words. A word counts the more, the fewer articles have it (tf-idf), and
/// two articles are as near as the cosine of the angle between their words (Salton G, Wong A, Yang CS: A vector space model
/// for automatic indexing. Communications of the ACM 18(11), 1975). Words that more than half of the articles have, such as
/// "the", say nothing of one of them and count nothing.
/// </summary>
internal sealed class ArticleNearness
{
    private readonly IReadOnlyList<Article> _articles;
    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _lengths;

    /// <param name="articles">The published articles, the newest first.</param>
    public ArticleNearness(IReadOnlyList<Article> articles)
    {
        _articles = articles;
        foreach (var (index, article) in articles.Index())
        {
            foreach (var (term, weight) in ArticleTerms.Of(article))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_postings, term, out _) ??= []).Add(new Posting(index, weight));
            }
        }

        _lengths = new double[articles.Count];
        foreach (var (term, postings) in _postings)
        {
            if (postings.Count * 2 > articles.Count)
            {
                _postings.Remove(term);
                continue;
            }

            var rarity = RarityOf(postings);
            foreach (var posting in postings)
            {
                _lengths[posting.Article] += posting.Weight * rarity * posting.Weight * rarity;
            }
        }

        for (var index = 0; index < _lengths.Length; index++)
        {
            _lengths[index] = Math.Sqrt(_lengths[index]);
        }
    }

    /// <summary>
    /// Other articles, the nearest first. Of those that are equally near, or share no word at all, those of the same
    /// category come first, and then the newer.
    /// </summary>
    /// <param name="article">The article; it need not be published.</param>
    /// <param name="count">How many at the most.</param>
    public IReadOnlyList<Article> NearestTo(Article article, int count)
    {
        var scores = ScoresFor(article);
        var nearest = new List<Near>(count + 1);
        for (var index = 0; index < scores.Length; index++)
        {
            // Its own length is the same for all, and changes no order.
            var score = _lengths[index] > 0 ? scores[index] / _lengths[index] : 0;

            // Most are farther away than those that were found, and need not be looked at.
            if (nearest.Count == count && (count == 0 || score < nearest[^1].Score))
            {
                continue;
            }

            var other = _articles[index];
            if (other.Slug != article.Slug)
            {
                var near = new Near(other, score, other.Category.Slug == article.Category.Slug);
                var farther = nearest.FindIndex(near.IsNearerThan);
                nearest.Insert(farther < 0 ? nearest.Count : farther, near);
                if (nearest.Count > count)
                {
                    nearest.RemoveAt(count);
                }
            }
        }

        return nearest.ConvertAll(near => near.Article);
    }

    private double[] ScoresFor(Article article)
    {
        var scores = new double[_articles.Count];
        foreach (var (term, weight) in ArticleTerms.Of(article))
        {
            if (_postings.TryGetValue(term, out var postings))
            {
                var rarity = RarityOf(postings);
                foreach (var posting in postings)
                {
                    scores[posting.Article] += weight * rarity * posting.Weight * rarity;
                }
            }
        }

        return scores;
    }

    private double RarityOf(List<Posting> postings) => Math.Log((double)_articles.Count / postings.Count);

    /// <summary>An article with what decides on its place. Those that are found come the newest first.</summary>
    private readonly record struct Near(Article Article, double Score, bool IsOfCategory)
    {
        public bool IsNearerThan(Near other) => Score > other.Score || (Score == other.Score && IsOfCategory && !other.IsOfCategory);
    }

    /// <param name="Article">The place of an article that has the word.</param>
    /// <param name="Weight">What it counts there.</param>
    private readonly record struct Posting(int Article, double Weight);
}
