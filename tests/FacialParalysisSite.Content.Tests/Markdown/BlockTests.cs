using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Tests.Pictures;

namespace FacialParalysisSite.Content.Tests.Markdown;

public sealed class BlockTests
{
    [Fact]
    public void Render_ATable_ScrollsByItselfAndIsAlignedByClass() =>
        Assert.Equal(
            "<section class=\"scroll\" tabindex=\"0\" aria-label=\"Table 1\">\n<table>\n<thead>\n<tr>\n<th>A</th>\n<th class=\"align-right\">B</th>\n</tr>\n</thead>\n"
            + "<tbody>\n<tr>\n<td>1</td>\n<td class=\"align-right\">2</td>\n</tr>\n</tbody>\n</table>\n</section>\n",
            TestBody.Html("| A | B |\n| --- | --: |\n| 1 | 2 |"));

    [Fact]
    public void Render_TwoTables_AreNumbered() =>
        Assert.Contains("aria-label=\"Table 2\"", TestBody.Html("| A |\n| - |\n| 1 |\n\nWords.\n\n| A |\n| - |\n| 1 |"), StringComparison.Ordinal);

    [Fact]
    public void Render_Footnotes_LinkThereAndBack()
    {
        var html = TestBody.Html("One.[^a] Two.[^b] Again.[^a]\n\n[^b]: Second.\n[^a]: First.");

        Assert.Contains("One.<a class=\"ref\" id=\"fnref-1\" href=\"#fn-1\"><span class=\"hidden\">Note </span>1</a>", html, StringComparison.Ordinal);
        Assert.Contains("<li id=\"fn-1\">\n<p>First. <a href=\"#fnref-1\" aria-label=\"Back to the text of note 1\">↩</a>", html, StringComparison.Ordinal);
        HtmlPolicy.AssertKept(html);
    }

    [Fact]
    public void Render_ADefinitionList_IsOne() =>
        Assert.Equal("<dl>\n<dt id=\"term-synkinesis\">Synkinesis</dt>\n<dd>Muscles that move together.</dd>\n</dl>\n", TestBody.Html("Synkinesis\n:   Muscles that move together."));

    [Theory]
    [InlineData("NOTE", "note", "Note")]
    [InlineData("warning", "warning", "Warning")]
    [InlineData("URGENT", "urgent", "Urgent")]
    public void Render_ACallout_IsALabelledNote(string kind, string css, string label) =>
        Assert.Equal(
            $"<div class=\"callout callout--{css}\" role=\"note\" aria-label=\"{label}\">\n<p class=\"callout__label\">{label}</p>\n<p>Call 911.</p>\n</div>\n",
            TestBody.Html($"> [!{kind}]\n> Call 911."));

    [Fact]
    public void Render_APictureAloneWithACaption_IsAFigure() =>
        Assert.Equal(
            $"<figure>{PictureMarkup.Html(TestPicture.Shown("images/face.png"), "A face", PictureLayout.Text)}<figcaption>The &quot;seventh&quot; nerve</figcaption></figure>\n",
            TestBody.Html("![A face](../images/face.png 'The \"seventh\" nerve')"));

    [Theory]
    [InlineData("![A face](../images/face.png)")]
    [InlineData("Words ![A face](../images/face.png \"Caption\") more.")]
    public void Render_AnyOtherPicture_IsNoFigure(string text)
    {
        var html = TestBody.Html(text);

        Assert.DoesNotContain("<figure", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"A face\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decorative")]
    [InlineData("Decorative")]
    public void Render_ADecorativePicture_HasAnEmptyDescription(string word)
    {
        var read = TestBody.Read($"![{word}](../images/line.png)");

        Assert.Empty(read.Problems);
        Assert.Contains("alt=\"\"", read.Render(), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RawHtml_IsShownAsText() =>
        Assert.Equal("<p>A &lt;b&gt;word&lt;/b&gt;.</p>\n", TestBody.Html("A <b>word</b>."));

    [Fact]
    public void Render_CodeWithALanguage_HasNoClass() =>
        Assert.Equal("<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n", TestBody.Html("```html onclick\na < b\n```"));
}
