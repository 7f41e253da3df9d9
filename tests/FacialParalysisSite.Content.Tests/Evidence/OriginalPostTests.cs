using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Library;

namespace FacialParalysisSite.Content.Tests.Evidence;

/// <summary>
/// A text with the faults of the post that the clinic's site had for years, told in other words, under the rules of
/// the real <c>checks.yml</c>.
/// </summary>
public sealed class OriginalPostTests : IDisposable
{
    private const string Post = """
        ---
        title: "How does Botox help Bell’s palsy and synkinesis?"
        summary: "Injections that loosen a paralyzed face."
        category: treatments
        author: ada
        ---

        Botox is one of the most effective ways to treat a paralyzed face, and a top choice for years.

        ## What will it do?

        You get a more even face without ever having an operation. The shots are non-invasive and loosen stiff muscles.
        They bring an immense change, in as little as one visit.

        ## Are you a candidate?

        If you have Bell’s palsy, you are an excellent candidate. Our world-renowned director wrote the preeminent book.
        90% of our patients are glad.
        """;

    private readonly TestContent _content = new();

    public OriginalPostTests()
    {
        _content.Write("checks.yml", File.ReadAllText(Path.Combine(RealContent.Root, "checks.yml")));
        _content.Write("categories.yml", File.ReadAllText(Path.Combine(RealContent.Root, "categories.yml")));
        _content.Write("articles/x.md", Post);
    }

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Reload_TheOriginalPost_IsToldAllThatIsWrongWithIt()
    {
        var problems = _content.Problems().Where(problem => problem.File == "articles/x.md").ToList();

        Assert.Equal(["most effective", "top", "excellent candidate", "world-renowned", "preeminent"], Named(problems, ProblemCode.Superlative));
        Assert.Equal(["without ever", "non-invasive", "immense change", "in as little as"], Named(problems, ProblemCode.Promise));
        Assert.Equal(["90%"], Named(problems, ProblemCode.UncitedNumber));
        Assert.Equal(["Botox"], Named(problems, ProblemCode.BrandFirstUse));
        Assert.Equal(2, problems.Count(problem => problem.Code == ProblemCode.MissingNotice));
        Assert.Contains(problems, problem => problem.Code == ProblemCode.MissingNotice && problem.Hint.Contains("offLabel: true", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Code == ProblemCode.MissingNotice && problem.Hint.Contains("urgent: true", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Code == ProblemCode.MissingStatement && problem.Message.Contains("boxed warning", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Code == ProblemCode.MissingSection && problem.Message.Contains("\"risks\"", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Code == ProblemCode.MissingSection && problem.Message.Contains("\"how-long\"", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Code == ProblemCode.MissingSection && problem.Message.Contains("\"other-options\"", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Code == ProblemCode.NoSources);
        Assert.Contains(problems, problem => problem.Code == ProblemCode.MissingField && problem.Message.Contains("\"published\"", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Code == ProblemCode.AwaitingReview);
    }

    private static List<string> Named(List<ContentProblem> problems, ProblemCode code) =>
        problems.Where(problem => problem.Code == code).Select(problem => problem.Message.Split('"')[1]).ToList();
}
