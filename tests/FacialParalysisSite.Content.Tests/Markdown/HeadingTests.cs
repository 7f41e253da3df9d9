using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Content.Tests.Markdown;

public sealed class HeadingTests
{
    [Theory]
    [InlineData("## What are the risks?", "what-are-the-risks", "What are the risks?")]
    [InlineData("## Bell’s *palsy*", "bells-palsy", "Bell’s palsy")]
    [InlineData("## What are the risks? {#risks}", "risks", "What are the risks?")]
    [InlineData("## The `code` {#code}", "code", "The code")]
    [InlineData("## A {#b_c}", "a", "A")]
    [InlineData("## Words `{#risks}`", "words-risks", "Words {#risks}")]
    [InlineData("## Sources", "section-sources", "Sources")]
    [InlineData("## Source 1", "section-source-1", "Source 1")]
    [InlineData("## 日本", "section", "日本")]
    public void Read_AHeading_GetsAName(string text, string id, string words) =>
        Assert.Equal(new Heading(id, words, 2), Assert.Single(TestBody.Read(text).Body!.Headings));

    [Fact]
    public void Read_HeadingsWithTheSameWords_GetNamesOfTheirOwn() =>
        Assert.Equal(["risks", "risks-2", "risks-2-2", "risks-3"], Ids("## Risks\n\n## Risks\n\n## Risks 2\n\n## Risks"));

    [Fact]
    public void Read_AWrittenNameThatWasMadeBefore_IsReported() =>
        Assert.Equal("FP0313", Assert.Single(TestBody.Read("## Risks\n\n## More {#risks}").Problems).Code.Id);

    [Fact]
    public void Render_AHeading_CarriesItsNameOnly() =>
        Assert.Equal("<h2 id=\"risks\">The <em>risks</em></h2>\n<h3 id=\"more\">More</h3>\n", TestBody.Html("## The *risks* {#risks}\n\n### More"));

    [Fact]
    public void Render_ATopHeading_IsNeverASecondTitle() =>
        Assert.Equal("<h2 id=\"a\">A</h2>\n", TestBody.Html("# A"));

    private static IEnumerable<string> Ids(string text) => TestBody.Read(text).Body!.Headings.Select(heading => heading.Id);
}
