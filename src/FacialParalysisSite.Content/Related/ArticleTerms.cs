using System.Runtime.CompilerServices;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Related;

/// <summary>The words that say what an article is about, and what each counts: those of its title, tags, summary and headings.</summary>
internal static class ArticleTerms
{
    /// <summary>A word of the title or of a tag was chosen to say what the article is about; it counts as often as this.</summary>
    private const int Chosen = 3;

    /// <summary>By the text, which is read anew only where its file changed. It goes when the text goes.</summary>
    private static readonly ConditionalWeakTable<MarkdownBody, Known> Read = [];

    /// <summary>
    /// Each word with its weight: 1 plus the logarithm of how often it is there, because a word that is there ten times does
    /// not say ten times as much. Words that fill sentences are left out: "what" and "is" stand in many titles, but not in
    /// most (Manning CD, Raghavan P, Schütze H: Introduction to Information Retrieval, 2008, section 6.4.1).
    /// </summary>
    public static IReadOnlyDictionary<string, double> Of(Article article)
    {
        var texts = article.Tags.Select(tag => tag.Title).Prepend(article.Summary).Prepend(article.Title).ToList();
        if (!Read.TryGetValue(article.Body, out var known) || !known.Texts.SequenceEqual(texts, StringComparer.Ordinal))
        {
            known = new Known(texts, WeightsOf(article));
            Read.AddOrUpdate(article.Body, known);
        }

        return known.Weights;
    }

    private static Dictionary<string, double> WeightsOf(Article article)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(article.Tags.Select(tag => tag.Title).Append(article.Title), Chosen, counts);
        Count(article.Body.Headings.Select(heading => heading.Text).Append(article.Summary), 1, counts);
        return counts.ToDictionary(word => word.Key, word => 1 + Math.Log(word.Value), StringComparer.Ordinal);
    }

    private static void Count(IEnumerable<string> texts, int times, Dictionary<string, int> counts)
    {
        foreach (var word in texts.SelectMany(SearchWords.In).Where(word => !SearchQuery.IsFilling(word)).Select(Singular))
        {
            counts[word] = counts.GetValueOrDefault(word) + times;
        }
    }

    /// <summary>One spelling for a word, its plural and what belongs to it: nerve, nerves, nerve’s; study, studies; but paralysis, illness.</summary>
    private static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word.EndsWith('s') && word[^2] is not ('s' or 'i') => word[..^1],
        _ => word,
    };

    /// <param name="Texts">What was read besides the headings.</param>
    /// <param name="Weights">The words.</param>
    private sealed record Known(List<string> Texts, Dictionary<string, double> Weights);
}
