using System.Text;

namespace FacialParalysisSite.Content.Tests.Files;

/// <summary>What editors and machines do to files by themselves is no problem.</summary>
public sealed class HarmlessFileTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("articles/first.md")]
    [InlineData("pages/about.md")]
    [InlineData("people/ada.md")]
    [InlineData("clinic.yml")]
    [InlineData("categories.yml")]
    [InlineData("tags.yml")]
    public void Reload_ByteOrderMarkAndWindowsLines_AreNoProblem(string path)
    {
        var html = Html();

        _content.Write(path, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_content.Read(path).ReplaceLineEndings("\r\n"))]);

        Assert.Empty(_content.Problems());
        Assert.Equal(html, Html());
    }

    [Fact]
    public void Reload_LinesOfOldMacs_AreNoProblem()
    {
        _content.Write("articles/first.md", _content.Read("articles/first.md").ReplaceLineEndings("\r"));

        Assert.Empty(_content.Problems());
    }

    [Fact]
    public void Reload_DecomposedAccents_AreComposed()
    {
        _content.Change("articles/first.md", "The first article", "Le cafe\u0301");
        _content.Change("articles/first.md", "## Risks", "## Cafe\u0301 {#cafe}\n\nThe cafe\u0301.");

        Assert.Empty(_content.Problems());
        var article = _content.Load().Current.FindArticle("first").Item!;
        Assert.Equal("Le caf\u00e9", article.Title);
        Assert.Equal("Caf\u00e9", article.Body.Headings[0].Text);
        Assert.Contains("The caf\u00e9.", Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reload_SpacesBehindTheHyphens_AreNoProblem()
    {
        _content.Change("articles/first.md", "---\n", "---  \n");

        Assert.Empty(_content.Problems());
    }

    [Theory]
    [InlineData("articles/first.md~")]
    [InlineData("articles/.first.md.swp")]
    [InlineData("articles/#first.md#")]
    [InlineData("articles/.#first.md")]
    [InlineData("articles/first.md.tmp")]
    [InlineData("articles/first.md.BAK")]
    [InlineData("articles/.DS_Store")]
    [InlineData(".git/config")]
    public void Reload_BackUpFilesOfEditors_ArePassedOver(string path)
    {
        _content.Write(path, "<script>not an article");

        Assert.Empty(_content.Problems());
        Assert.Single(_content.Load().Current.Articles);
    }

    [Fact]
    public void Reload_TheGuideForStaff_IsNoProblem()
    {
        _content.Write("README.md", "# How to write\n\n<b>Words</b>");

        Assert.Empty(_content.Problems());
    }

    private string Html()
    {
        var catalog = _content.Load().Current;
        return catalog.HtmlOf(catalog.FindArticle("first").Item!.Body) + catalog.HtmlOf(catalog.FindPage("about").Item!.Body);
    }
}
