using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Evidence;

/// <summary>Staff tune the checks while the site runs.</summary>
public sealed class ChecksFileTests : IDisposable
{
    private readonly TestContent _content = new();

    public ChecksFileTests() => _content.Write("articles/x.md", TestArticle.With(body: "We are superb, and fast."));

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Reload_OtherRules_AreAskedOfFilesThatDidNotChange()
    {
        var library = _content.Load();
        Assert.Equal("articles/x.md(12,8): warning FP0405", Assert.Single(library.Problems.Select(ProblemFixture.Line)));

        _content.Change("checks.yml", "[superb, number one]", "[fast]");
        var reload = library.Reload();

        Assert.Equal("articles/x.md(12,20): warning FP0405", Assert.Single(reload.Problems.Select(ProblemFixture.Line)));
        Assert.False(library.Reload().Changed);
    }

    [Fact]
    public void Reload_FaultyOrMissingRules_KeepTheLastGoodOnes()
    {
        var library = _content.Load();
        var before = library.Problems;

        _content.Change("checks.yml", "superlatives:", "superlative:");
        Assert.Equal(["articles/x.md(12,8): warning FP0405", "checks.yml(5,1): error FP0103"], library.Reload().Problems.Select(ProblemFixture.Line));

        _content.Delete("checks.yml");
        Assert.Equal(["articles/x.md(12,8): warning FP0405", "checks.yml(1,1): error FP0007"], library.Reload().Problems.Select(ProblemFixture.Line));

        _content.Write("articles/y.md", TestArticle.With(body: "Superb."));
        Assert.Contains(library.Reload().Problems, problem => problem.File == "articles/y.md" && problem.Code == ProblemCode.Superlative);
        Assert.NotEmpty(before);
    }

    [Fact]
    public void Reload_AWarningOfTheChecks_HoldsNothingBack()
    {
        var library = _content.Load();

        Assert.NotNull(library.Current.FindArticle("x").Item);
    }
}
