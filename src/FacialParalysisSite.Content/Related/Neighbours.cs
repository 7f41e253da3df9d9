using FacialParalysisSite.Content.Articles;

namespace FacialParalysisSite.Content.Related;

/// <summary>What stands before and behind an article in the list of its category.</summary>
/// <param name="Previous">The one above it; null for the first.</param>
/// <param name="Next">The one below it; null for the last.</param>
public sealed record Neighbours(Article? Previous, Article? Next)
{
    internal static Neighbours In(IReadOnlyList<Article> list, Article article)
    {
        var place = list.Index().FirstOrDefault(entry => entry.Item.Slug == article.Slug, (Index: -1, Item: article)).Index;
        return place < 0 ? new Neighbours(null, null) : new Neighbours(list.ElementAtOrDefault(place - 1), list.ElementAtOrDefault(place + 1));
    }
}
