using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Content.Tests.Terms;

public sealed class GlossaryTests : IDisposable
{
    private readonly TestContent _content = new();

    public GlossaryTests() => WriteGlossary("Synkinesis\nmiswiring\n:   One part moves with another.\n\nEMG\n:   A test.\n\nFacial nerve\n:   It moves the face.\n\nBell's palsy\n:   Sudden weakness.\n\nC++\n:   A name.\n\nµ-test\n:   A test.\n");

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("It is synkinesis.", "It is <a class=\"term\" href=\"/glossary#term-synkinesis\">synkinesis</a>.")]
    [InlineData("Miswiring or synkinesis.", "<a class=\"term\" href=\"/glossary#term-synkinesis\">Miswiring</a> or synkinesis.")]
    [InlineData("Two EMGs and emg.", "Two <a class=\"term\" href=\"/glossary#term-emg\">EMGs</a> and emg.")]
    [InlineData("Facial nerves.", "<a class=\"term\" href=\"/glossary#term-facial-nerve\">Facial nerves</a>.")]
    [InlineData("Bell’s palsy.", "<a class=\"term\" href=\"/glossary#term-bells-palsy\">Bell’s palsy</a>.")]
    [InlineData("**Synkinesis** & more", "<strong><a class=\"term\" href=\"/glossary#term-synkinesis\">Synkinesis</a></strong> &amp; more")]
    [InlineData("The Facial Nerve Center.", "The Facial Nerve Center.")]
    [InlineData("Antisynkinesis.", "Antisynkinesis.")]
    [InlineData("[synkinesis](first.md)", "<a href=\"/articles/first\">synkinesis</a>")]
    [InlineData("C++ and c++", "<a class=\"term\" href=\"/glossary#term-c\">C++</a> and c++")]
    [InlineData("Μ-test", "Μ-test")]
    [InlineData("`synkinesis`", "<code>synkinesis</code>")]
    public void HtmlOf_AnArticle_LeadsFromTheFirstUseOfATermToItsMeaning(string text, string html) =>
        Assert.Equal($"<p>{html}</p>\n", HtmlOf(text));

    [Fact]
    public void HtmlOf_AnArticle_LinksATermOnceAndNotInHeadings() =>
        Assert.Equal(
            "<h2 id=\"synkinesis\">Synkinesis</h2>\n<p>First <a class=\"term\" href=\"/glossary#term-synkinesis\">synkinesis</a>.</p>\n<p>Then synkinesis.</p>\n",
            HtmlOf("## Synkinesis\n\nFirst synkinesis.\n\nThen synkinesis."));

    [Fact]
    public void HtmlOf_APage_HasNoLinksToTerms()
    {
        _content.Write("pages/x.md", TestArticle.Page(body: "It is synkinesis."));
        var catalog = _content.Load().Current;

        Assert.Equal("<p>It is synkinesis.</p>\n", catalog.HtmlOf(catalog.FindPage("x").Item!.Body));
    }

    [Theory]
    [InlineData("draft: true", "Synkinesis\n:   Movement.\n")]
    [InlineData("", "No terms.")]
    public void HtmlOf_AnArticleWithoutAGlossary_IsPlain(string fields, string body)
    {
        WriteGlossary(body, fields);

        Assert.Equal("<p>It is synkinesis.</p>\n", HtmlOf("It is synkinesis."));
    }

    [Fact]
    public void Reload_AnEditedGlossary_IsUsedAtOnce()
    {
        _content.Write("articles/x.md", TestArticle.With(body: "A droop."));
        var library = _content.Load();
        Assert.DoesNotContain("term", Html(library.Current), StringComparison.Ordinal);

        WriteGlossary("Droop\n:   It hangs.\n");
        library.Reload();

        Assert.Contains("/glossary#term-droop", Html(library.Current), StringComparison.Ordinal);
    }

    [Fact]
    public void Reload_ALinkToATerm_IsCheckedLikeALinkToAHeading()
    {
        _content.Write("articles/x.md", TestArticle.With(body: "[One](../pages/glossary.md#term-emg) and [none](../pages/glossary.md#term-nothing)."));

        Assert.Equal("articles/x.md(12,42): error FP0302", Problems.ProblemFixture.Line(Assert.Single(_content.Problems())));
    }

    [Fact]
    public void HtmlOf_AnArticleBesideFiveThousandTerms_FindsTheLast()
    {
        WriteGlossary(string.Concat(Enumerable.Range(0, 5_000).Select(number => $"Term number {number}\n:   A meaning.\n\n")));

        Assert.Contains("#term-term-number-4999\">term number 4999</a>", HtmlOf("It is term number 4999."), StringComparison.Ordinal);
    }

    [Fact]
    public void Reload_AParagraphWithAColonBelow_IsNoTermAndIsNamed()
    {
        WriteGlossary(string.Concat(Enumerable.Repeat("Some words. ", 100)) + "\n:   A remark.\n");

        Assert.Equal("pages/glossary.md(6,1): warning FP0324", Problems.ProblemFixture.Line(Assert.Single(_content.Problems())));
        Assert.Equal("<p>Some words.</p>\n", HtmlOf("Some words."));
    }

    private void WriteGlossary(string body, string fields = "") => _content.Write("pages/glossary.md", TestArticle.Page(fields, body));

    private string HtmlOf(string text)
    {
        _content.Write("articles/x.md", TestArticle.With(body: text));
        return Html(_content.Load().Current);
    }

    private static string Html(ContentCatalog catalog) => catalog.HtmlOf(catalog.FindArticle("x").Item!);
}
