namespace FacialParalysisSite.Content.Tests.Articles;

public sealed class ReadingTimeTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(299, 1)]
    [InlineData(300, 2)]
    [InlineData(1000, 5)]
    [InlineData(1099, 5)]
    public void ReadingTime_OfSoManyWords_IsInWholeMinutes(int words, int minutes)
    {
        _content.Write("articles/x.md", TestArticle.With(body: Words(words)));

        Assert.Equal(minutes, _content.Load().Current.FindArticle("x").Item!.ReadingTime.Minutes);
    }

    [Fact]
    public void ReadingTime_OfLinesInShort_CountsThem()
    {
        _content.Write("articles/x.md", TestArticle.With($"inShort:\n  - \"{Words(20)}\"\n  - \"{Words(30)}\"", Words(250)));

        Assert.Equal(2, _content.Load().Current.FindArticle("x").Item!.ReadingTime.Minutes);
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));
}
