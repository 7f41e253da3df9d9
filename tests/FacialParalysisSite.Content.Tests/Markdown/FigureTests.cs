using FacialParalysisSite.Content.Figures;

namespace FacialParalysisSite.Content.Tests.Markdown;

public sealed class FigureTests
{
    private const string Caption = "\n\nA sketch.[@label]";

    private static readonly string Nerve = SiteFigures.HtmlOf("nerve")!;

    [Theory]
    [InlineData("{{figure nerve}}")]
    [InlineData("  {{ figure  nerve }}  ")]
    public void Render_AFigureAloneOnALine_IsWrittenAsItIs(string text)
    {
        var read = TestBody.Read(text + Caption, "label");

        Assert.Empty(read.Problems);
        Assert.StartsWith(Nerve + "\n<p>A sketch.", read.Render(), StringComparison.Ordinal);
        HtmlPolicy.AssertKept(read.Render());
    }

    [Theory]
    [InlineData("See {{figure nerve}}.", "<p>See .</p>\n")]
    [InlineData("**{{figure nerve}}**", "<p><strong></strong></p>\n")]
    [InlineData("- {{figure nerve}}", "<ul>\n<li></li>\n</ul>\n")]
    [InlineData("{{figure face}}", "")]
    [InlineData("`{{figure nerve}}`", "<p><code>{{figure nerve}}</code></p>\n")]
    [InlineData("\\{{figure nerve}}", "<p>{{figure nerve}}</p>\n")]
    public void Render_AFigureAnywhereElse_IsNotThere(string text, string html) => Assert.Equal(html, TestBody.Html(text));

    [Fact]
    public void Render_AFigureTwice_IsWrittenOnce() =>
        Assert.Equal(Nerve + "\n", TestBody.Html("{{figure nerve}}\n\n{{figure nerve}}"));

    [Fact]
    public void Read_AFigure_CountsNoWords() =>
        Assert.Equal(2, TestBody.Read("{{figure nerve}}" + Caption, "label").Body!.Words);

    [Fact]
    public void Read_AHeadingNamedLikeAFigure_GetsANameOfItsOwn() =>
        Assert.Equal("section-fig-nerve", Assert.Single(TestBody.Read("## Fig nerve").Body!.Headings).Id);
}
