using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Related;

/// <summary>The words that say what an article is about, and how often each stands in its title, summary, headings and tags.</summary>
internal static class ArticleTerms
{
    public static Dictionary<string, int> Of(Article article)
    {
        var texts = article.Tags.Select(tag => tag.Title).Concat(article.Body.Headings.Select(heading => heading.Text)).Append(article.Title).Append(article.Summary);
        return texts.SelectMany(SearchWords.In).Select(Singular).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>One spelling for a word, its plural and what belongs to it: nerve, nerves, nerve’s; but paralysis, illness.</summary>
    private static string Singular(string word) =>
        word.Length > 3 && word.EndsWith('s') && word[^2] is not ('s' or 'i') ? word[..^1] : word;
}
