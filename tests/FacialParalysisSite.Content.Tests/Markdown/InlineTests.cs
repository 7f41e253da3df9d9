namespace FacialParalysisSite.Content.Tests.Markdown;

public sealed class InlineTests
{
    [Fact]
    public void Render_Citations_AreNumberedInOrderOfFirstUse()
    {
        var read = TestBody.Read("One.[@b] Two.[@a] Again.[@b]", "a", "b", "c");

        Assert.Equal(["b", "a"], read.Body!.Citations);
        Assert.Equal(
            "<p>One.<a class=\"ref\" id=\"cite-1-1\" href=\"#source-1\"><span class=\"hidden\">Source </span>1</a>"
            + " Two.<a class=\"ref\" id=\"cite-2-1\" href=\"#source-2\"><span class=\"hidden\">Source </span>2</a>"
            + " Again.<a class=\"ref\" id=\"cite-1-2\" href=\"#source-1\"><span class=\"hidden\">Source </span>1</a></p>\n",
            read.Render());
    }

    [Theory]
    [InlineData("[See [@a]](y.md)", "<a href=\"/articles/y\">See [1]</a>")]
    [InlineData("[Call {{phone}}](y.md)", "<a href=\"/articles/y\">Call (310) 555-0100</a>")]
    public void Render_ALinkWithinALink_IsItsWords(string text, string html) =>
        Assert.Equal($"<p>{html}</p>\n", TestBody.Read(text, "a").Render());

    [Fact]
    public void Render_ACitationWithoutItsSource_IsLeftOut() => Assert.Equal("<p>One.</p>\n", TestBody.Html("One.[@nothing]"));

    [Theory]
    [InlineData("[that](y.md)", "<a href=\"/articles/y\">that</a>")]
    [InlineData("[that](y.md#risks)", "<a href=\"/articles/y#risks\">that</a>")]
    [InlineData("[that](../pages/about.md)", "<a href=\"/about\">that</a>")]
    [InlineData("[that](#risks)", "<a href=\"#risks\">that</a>")]
    [InlineData("[that](/articles?page=2)", "<a href=\"/articles?page=2\">that</a>")]
    [InlineData("[that][1]\n\n[1]: y.md", "<a href=\"/articles/y\">that</a>")]
    [InlineData("[that](https://example.org/?a=1&b=2)", "<a href=\"https://example.org/?a=1&amp;b=2\">that</a>")]
    [InlineData("<https://example.org>", "<a href=\"https://example.org\">https://example.org</a>")]
    [InlineData("<a@example.org>", "<a href=\"mailto:a@example.org\">a@example.org</a>")]
    public void Render_ALink_BecomesAnAddress(string text, string html) => Assert.Equal($"<p>{html}</p>\n", TestBody.Html(text));

    [Theory]
    [InlineData("[that *draft*](draft.md)", "that <em>draft</em>")]
    [InlineData("[that](javascript:alert(1))", "that")]
    [InlineData("[that](//example.org)", "that")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    public void Render_ALinkThatLeadsNowhere_IsItsWords(string text, string html) => Assert.Equal($"<p>{html}</p>\n", TestBody.Html(text));

    [Theory]
    [InlineData("{{phone}}", "<a href=\"tel:+13105550100\">(310) 555-0100</a>")]
    [InlineData("{{ name }}", "The &lt;Test&gt; Clinic")]
    [InlineData("**{{city}}**", "<strong>Beverly Hills</strong>")]
    [InlineData("{{email}}.", ".")]
    [InlineData("`{{phone}}`", "<code>{{phone}}</code>")]
    [InlineData("\\{{phone}}", "{{phone}}")]
    [InlineData("{{phone", "{{phone")]
    public void Render_APlaceholder_IsFilledFromTheClinic(string text, string html) => Assert.Equal($"<p>{html}</p>\n", TestBody.Html(text));

    [Fact]
    public void Read_WordsOfAText_AreCountedWithoutMarks() =>
        Assert.Equal(6, TestBody.Read("Bell’s palsy is **well-known**, [it](y.md) seems. `x`").Body!.Words);
}
