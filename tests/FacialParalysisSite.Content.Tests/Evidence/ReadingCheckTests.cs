using System.Text.RegularExpressions;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Tests.Evidence;

public sealed partial class ReadingCheckTests : IDisposable
{
    private const string Hard = "Institutional representatives occasionally communicate comprehensively regarding individualized rehabilitation opportunities";

    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Reload_AHardText_NamesTheThreeHardestSentencesByLine()
    {
        var easy = string.Concat(Enumerable.Repeat("We can see how it is and what to do now. ", 3));
        _content.Write("articles/x.md", TestArticle.With(body: $"{easy}\n\nThe {Hard} annually.\n\n- {Hard}.\n- {easy}\n\n> {easy} {Hard} everywhere and internationally.\n"));

        var problem = Assert.Single(_content.Problems());

        Assert.Equal(ProblemCode.TextTooHard, problem.Code);
        Assert.Matches(@"^The text reads at grade \d+\.\d \(Flesch-Kincaid\); 8 is the most\.$", problem.Message);
        Assert.Equal(["14", "16", "19"], Line().Matches(problem.Hint).Select(line => line.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Matches("“The Institutional representatives .*…”", problem.Hint);
        Assert.Contains(problem.At.Line, new[] { 14, 16, 19 });
    }

    [Fact]
    public void Reload_AnArticle_KnowsItsGrade()
    {
        _content.Write("articles/x.md", TestArticle.With(body: "The cat sat on the mat."));

        Assert.Equal(-1.45, _content.Load().Current.FindArticle("x").Item!.Grade!.Value.FleschKincaid, precision: 2);
    }

    [Fact]
    public void Reload_HeadingsTablesAndCode_AreNotGraded()
    {
        _content.Write("articles/x.md", TestArticle.With(body: $"Easy.\n\n## {Hard}\n\n| {Hard} | {Hard} |\n| --- | --- |\n| {Hard} | {Hard} |\n\n    {Hard} {Hard} {Hard} {Hard} {Hard}\n"));

        Assert.Empty(_content.Problems());
    }

    [Fact]
    public void Reload_AShortText_IsNotJudged()
    {
        _content.Write("articles/x.md", TestArticle.With(body: Hard));

        Assert.Empty(_content.Problems());
    }

    [GeneratedRegex("line ([0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
