using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Tests.Problems;

public sealed class ContentProblemTests
{
    [Fact]
    public void ToString_OfAnError_ReadsLikeACompiler() =>
        Assert.Equal("content/articles/x.md(12,5): error FP0103: Unknown field \"publised\".",
            new ContentProblem("articles/x.md", new Position(12, 5), ProblemCode.UnknownField, "Unknown field \"publised\".", "A hint.").ToString());

    [Fact]
    public void ToString_OfAWarning_SaysSo() =>
        Assert.Equal("content/x.md(1,1): warning FP0305: HTML.",
            new ContentProblem("x.md", Position.Start, ProblemCode.RawHtml, "HTML.", "A hint.").ToString());

    [Fact]
    public void Reload_FaultsInManyFiles_AreAllReportedInOneRun()
    {
        using var content = new TestContent();
        content.Change("articles/first.md", "published: 2026-01-05", "publised: soon");
        content.Change("pages/about.md", "../articles/first.md", "first.md");
        content.Change("people/ada.md", "role: \"Director\"", "roll: \"Director\"");
        content.Change("clinic.yml", "(310) 555-0100", "none");
        content.Write("categories.yml", "- slug: conditions\n");
        content.Write("tags.yml", "synkinesis");

        var problems = content.Problems().Select(ProblemFixture.Line);

        Assert.Equal(
            [
                "articles/first.md(2,1): error FP0104", "articles/first.md(9,1): error FP0103",
                "categories.yml(1,3): error FP0104", "categories.yml(1,3): error FP0104",
                "clinic.yml(2,8): error FP0115",
                "pages/about.md(13,6): error FP0301",
                "people/ada.md(2,1): error FP0104", "people/ada.md(4,1): error FP0103",
                "tags.yml(1,1): error FP0105",
            ],
            problems);
    }

    [Theory]
    [InlineData("FP0103-article", "Did you mean \"published\"?")]
    [InlineData("FP0203-category", "Did you mean \"conditions\"?")]
    [InlineData("FP0205-author", "Did you mean \"ada\"?")]
    [InlineData("FP0301-file", "Did you mean \"first.md\"?")]
    [InlineData("FP0302-same-page", "Did you mean \"risks\"?")]
    [InlineData("FP0307-article", "Did you mean \"label\"?")]
    [InlineData("FP0309-mistyped", "Did you mean \"WARNING\"?")]
    [InlineData("FP0316-wrong-case", "Did you mean \"phone\"?")]
    [InlineData("FP0316-figure-in-capitals", "Did you mean \"figure nerve\"?")]
    [InlineData("FP0321-mistyped", "Did you mean \"botox-course\"?")]
    public void Hint_OfASlipOfThePen_NamesTheWordThatWasMeant(string fixture, string hint) =>
        Assert.Contains(ProblemFixture.Load(fixture).Run(), problem => problem.Hint == hint);

    [Theory]
    [InlineData("FP0313-twice", "Two headings have the name \"risks\". The first is in line 12.")]
    [InlineData("FP0320-term", "\"palsy\" is explained twice; the first is in line 6.")]
    public void Message_OfASecondOfSomething_SaysWhereTheFirstIs(string fixture, string message) =>
        Assert.Equal(message, Assert.Single(ProblemFixture.Load(fixture).Run()).Message);

    [Fact]
    public void Hint_WhereNothingIsNear_ListsWhatThereIs() =>
        Assert.Contains("title, summary", ProblemFixture.Load("FP0103-article-field-of-a-page").Run()[0].Hint, StringComparison.Ordinal);
}
