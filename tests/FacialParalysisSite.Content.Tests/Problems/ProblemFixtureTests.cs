namespace FacialParalysisSite.Content.Tests.Problems;

public sealed class ProblemFixtureTests
{
    public static TheoryData<string> Fixtures => new(ProblemFixture.Names);

    [Fact]
    public void Reload_TheBaseOfAllFixtures_FindsNoProblem()
    {
        using var content = new TestContent();

        Assert.Empty(content.Problems());
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Reload_BrokenContent_ReportsExactlyTheExpectedProblems(string name)
    {
        var fixture = ProblemFixture.Load(name);

        var problems = fixture.Run();

        Assert.Equal(Sorted(fixture.Expected), Sorted(problems.Select(ProblemFixture.Line)));
        Assert.All(problems, problem =>
        {
            Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
            Assert.Matches(@"^[A-Z].+[.?""]$", problem.Hint);
            Assert.Matches(@"^content/[^\\]+\(\d+,\d+\): (error|warning) FP\d{4}: .+", problem.ToString());
        });
    }

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));
}
