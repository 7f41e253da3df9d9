using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Addresses;

public sealed class AddressCheckTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/consultation")]
    [InlineData("/articles/first")]
    [InlineData("/articles/gone")]
    [InlineData("/gone-page")]
    [InlineData("/about")]
    [InlineData("/old")]
    [InlineData("/older")]
    [InlineData("/categories/treatments")]
    [InlineData("/tags/surgery")]
    public void Reload_AnAddressThatAnswers_IsNoProblem(string address)
    {
        _content.Write("articles/gone.md", TestArticle.With("expires: 2026-02-01\naliases: [/old]"));
        _content.Write("pages/gone-page.md", TestArticle.Page("expires: 2026-02-01\naliases: [/older]"));

        Assert.Empty(ProblemsWith(address));
    }

    [Theory]
    [InlineData("articles/x.md", "/articles/x")]
    [InlineData("pages/x.md", "/x")]
    public void Reload_AnAddressWhoseFileIsFaulty_IsNotBlamed(string path, string address)
    {
        _content.Write(path, path.StartsWith('a') ? TestArticle.With("", "[x](none.md)") : TestArticle.Page("", "[x](none.md)"));

        Assert.All(ProblemsWith(address), problem => Assert.Equal(path, problem.File));
    }

    [Theory]
    [InlineData("aliases: [/old]", "[x](none.md)", true)]
    [InlineData("aliases: [/other]", "[x](none.md)", false)]
    [InlineData("alases: [/old]", "Words.", true)]
    [InlineData("tags: [\naliases: [/old]", "Words.", true)]
    public void Reload_AnAddressThatMayBeAnAliasOfAFaultyFile_IsNotBlamed(string fields, string body, bool isExcused)
    {
        _content.Write("articles/x.md", TestArticle.With(fields, body));

        Assert.Equal(isExcused, ProblemsWith("/old").All(problem => problem.File == "articles/x.md"));
    }

    [Theory]
    [InlineData("alases: [/old]")]
    [InlineData("tags: [\naliases:\n  - /Old/")]
    public void Reload_WhileTheFieldsOfAFileCannotBeRead_BlamesWhatDoesNotStandInIt(string fields)
    {
        _content.Write("articles/x.md", TestArticle.With(fields));

        Assert.Equal(["\"/older\" was published once, but nothing answers there any more."], ProblemsWith("/old", "/older")
            .Where(problem => problem.File == "addresses.txt").Select(problem => problem.Message));
    }

    [Fact]
    public void Reload_WhileAFileWhoseLastGoodVersionIsUpCannotBeReadAtAll_BlamesWhatIsDead()
    {
        _content.Write("articles/x.md", TestArticle.With("aliases: [/old]"));
        _content.Write("addresses.txt", "/old\n/older\n");
        var library = _content.Load();

        _content.Write("articles/x.md", [0xFF, 0xFE]);

        Assert.Equal(["addresses.txt(2,1): error FP0503", "articles/x.md(1,1): error FP0002"], library.Reload().Problems.Select(ProblemFixture.Line));
    }

    [Fact]
    public void Reload_WithoutAListWhereNothingIsPublished_IsNoProblem()
    {
        _content.Delete("addresses.txt");
        _content.Delete("articles/first.md");
        _content.Write("pages/about.md", TestArticle.Page("draft: true"));

        Assert.DoesNotContain(_content.Problems(), problem => problem.File == "addresses.txt");
    }

    [Fact]
    public void Reload_WhileAFileCannotBeReadAtAll_BlamesOnlyWhatIsCertain()
    {
        _content.Write("articles/x.md", [0xFF, 0xFE]);
        _content.Write("articles/draft.md", TestArticle.With("draft: true"));

        Assert.Equal(["addresses.txt(1,1): error FP0503"], ProblemsWith("/articles/draft", "/articles/deleted", "/old", "/articles/x")
            .Where(problem => problem.File == "addresses.txt").Select(ProblemFixture.Line));
    }

    [Theory]
    [InlineData("tags.yml", "/tags/surgery")]
    [InlineData("categories.yml", "/categories/treatments")]
    public void Reload_AnAddressWhoseListIsFaultyOrMissing_IsNotBlamed(string list, string address)
    {
        _content.Write(list, "- slug: [");
        Assert.All(ProblemsWith(address), problem => Assert.Equal(list, problem.File));

        _content.Delete(list);
        Assert.All(ProblemsWith(address), problem => Assert.Equal(list, problem.File));
    }

    [Fact]
    public void Reload_WhatIsKeptOffForItsReview_IsNotBlamed()
    {
        _content.Write("articles/x.md", TestArticle.With("aliases: [/old]", reviewed: false));
        _content.Write("pages/y.md", TestArticle.Page("clinical: true\naliases: [/older]"));
        _content.Write("addresses.txt", "/articles/x\n/old\n/older\n/y\n");

        Assert.DoesNotContain(_content.Load(requireReview: true).Problems, problem => problem.Severity == Severity.Error);
        Assert.DoesNotContain(_content.Load().Problems, problem => problem.Severity == Severity.Error);
    }

    [Fact]
    public void Reload_ADraftThatCanBeLookedAtHere_IsBlamedAllTheSame()
    {
        _content.Write("articles/x.md", TestArticle.With("draft: true"));
        _content.Write("addresses.txt", "/articles/x\n");

        var problem = Assert.Single(_content.Load(showDrafts: true).Problems);

        Assert.Equal("FP0503", problem.Code.Id);
        Assert.Contains("\"expires\"", problem.Hint, StringComparison.Ordinal);
        Assert.Contains("\"aliases\"", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Reload_AnArticleThatIsFaultyAtASiteThatRuns_AnswersWithItsLastGoodVersion()
    {
        _content.Write("articles/x.md", TestArticle.With("aliases: [/old]"));
        _content.Write("addresses.txt", "/articles/x\n/old\n");
        var library = _content.Load();

        _content.Write("articles/x.md", "faulty");

        Assert.All(library.Reload().Problems, problem => Assert.Equal("articles/x.md", problem.File));
    }

    [Fact]
    public void Reload_ADeadAddress_KeepsNothingFromGoingLive()
    {
        _content.Write("addresses.txt", "/articles/none\nnonsense\n");
        var library = _content.Load();
        _content.Change("articles/first.md", "The first article", "Another title");

        library.Reload();

        Assert.Equal("Another title", library.Current.FindArticle("first").Item!.Title);
        Assert.Equal(2, library.Problems.Count);
    }

    [Fact]
    public void Reload_AListThatIsNotUtf8OrTooLarge_IsAProblemOfItsOwn()
    {
        _content.Write("addresses.txt", [0xFF, 0xFE]);
        Assert.Equal("addresses.txt(1,1): error FP0002", ProblemFixture.Line(Assert.Single(_content.Problems())));

        _content.Write("addresses.txt", new string('#', (1024 * 1024) + 1));
        Assert.Equal("addresses.txt(1,1): error FP0001", ProblemFixture.Line(Assert.Single(_content.Problems())));
    }

    [Fact]
    public void Reload_AListOfWindowsLinesWithRemarks_IsNoProblem() => Assert.Empty(ProblemsWith("# One", "", "/articles\r", "   ", "#/none", "/about \r"));

    private IReadOnlyList<ContentProblem> ProblemsWith(params string[] lines)
    {
        _content.Write("addresses.txt", string.Join('\n', lines) + "\n");
        return _content.Problems();
    }
}
