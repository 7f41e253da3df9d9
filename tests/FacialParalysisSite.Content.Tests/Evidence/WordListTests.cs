using FacialParalysisSite.Content.Evidence;

namespace FacialParalysisSite.Content.Tests.Evidence;

public sealed class WordListTests
{
    [Theory]
    [InlineData("best", "The BEST one")]
    [InlineData("world class", "world   class")]
    [InlineData("guarantee*", "guaranteed")]
    [InlineData("Bell's palsy", "Bell’s palsy")]
    [InlineData("Bell’s palsy", "Bell's palsy")]
    [InlineData("#1", "We are #1.")]
    [InlineData("100%", "100% sure")]
    [InlineData("a.c", "a.c")]
    public void StandsIn_AText_FindsIt(string phrase, string text) => Assert.True(new WordList([phrase]).StandsIn(text));

    [Theory]
    [InlineData("best", "bestow")]
    [InlineData("best", "the beast")]
    [InlineData("cure", "secure")]
    [InlineData("a.c", "abc")]
    public void StandsIn_AnotherText_DoesNot(string phrase, string text) => Assert.False(new WordList([phrase]).StandsIn(text));

    [Fact]
    public void In_AText_FindsTheLongestFirstAndEach() =>
        Assert.Equal(["most effective", "most"], new WordList(["most", "most effective"]).In("the most effective and most").Select(found => found.Text));

    [Fact]
    public void In_NoPhrases_FindsNothing() => Assert.Empty(WordList.None.In("anything"));

    [Fact]
    public void In_TenThousandPhrases_FindsTheLastOfThem()
    {
        var list = new WordList(Enumerable.Range(0, 10_000).Select(number => $"word number {number}").ToList());

        Assert.Equal("word number 9999", Assert.Single(list.In("It is word number 9999.")).Text);
    }
}
