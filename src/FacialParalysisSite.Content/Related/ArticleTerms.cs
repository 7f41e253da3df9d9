using System.Text.RegularExpressions;
using FacialParalysisSite.Content.Articles;

namespace FacialParalysisSite.Content.Related;

/// <summary>The words that say what an article is about, and how often each stands in its title, summary, headings and tags.</summary>
internal static partial class ArticleTerms
{
    public static Dictionary<string, int> Of(Article article)
    {
        var texts = article.Tags.Select(tag => tag.Title).Concat(article.Body.Headings.Select(heading => heading.Text)).Append(article.Title).Append(article.Summary);
        return texts.SelectMany(text => Word().Matches(text)).Select(word => Plain(word.Value))
            .CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>One spelling for a word, its plural and what belongs to it: nerve, nerves, nerve’s.</summary>
    private static string Plain(string word)
    {
        var lower = word.Split('’', '\'')[0].ToLowerInvariant();
        return lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) && !lower.EndsWith("is", StringComparison.Ordinal) ? lower[..^1] : lower;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
