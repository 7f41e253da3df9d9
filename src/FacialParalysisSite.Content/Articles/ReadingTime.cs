using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Content.Articles;

/// <summary>How long it takes to read a text.</summary>
/// <param name="Minutes">Whole minutes, at least 1.</param>
public readonly record struct ReadingTime(int Minutes)
{
    /// <summary>
    /// Words a minute. Adults read English non-fiction silently at 238 words a minute on average, older people more slowly
    /// (Brysbaert M: How many words do we read per minute? A review and meta-analysis of reading rate. Journal of Memory
    /// and Language 109, 2019, 104047). Many readers here have an eye that is dry or does not close, and some listen, at
    /// about 183 (the same review, reading aloud): 200, so that the time is kept rather than broken.
    /// </summary>
    private const int WordsPerMinute = 200;

    internal static ReadingTime Of(MarkdownBody body, IEnumerable<string> inShort)
    {
        var words = body.Words + inShort.Sum(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        return new ReadingTime(Math.Max(1, (words + (WordsPerMinute / 2)) / WordsPerMinute));
    }
}
