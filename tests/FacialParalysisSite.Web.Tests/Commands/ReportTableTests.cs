using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Web.Commands;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

public sealed class ReportTableTests : IDisposable
{
    private static readonly ContentRow[] Rows =
    [
        new() { Address = "/articles/a", State = ContentState.AwaitingReview, Words = 1200, Errors = 0, Warnings = 12 },
        new() { Address = "/b", State = ContentState.Faulty, Reviewer = "ada", ReviewDue = new DateOnly(2027, 1, 5), Grade = 7.25, Words = 9, Errors = 1, Warnings = 0 },
        new() { Address = "/articles/odd, \"name\"", State = ContentState.Published, Errors = 0, Warnings = 0 },
    ];

    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public void Aligned_OfSomeRows_HasColumnsBelowTheirHeads() =>
        Assert.Equal(
            [
                "address                state            reviewer  review due  grade  words  errors  warnings",
                "/articles/a            awaiting review                                1200       0        12",
                "/b                     faulty           ada       2027-01-05    7.3      9       1         0",
                "/articles/odd, \"name\"  published                                                 0         0",
            ],
            ReportTable.Aligned(Rows));

    [Fact]
    public void Csv_OfSomeRows_QuotesWhatNeedsIt() =>
        Assert.Equal(
            [
                "address,state,reviewer,review due,grade,words,errors,warnings",
                "/articles/a,awaiting review,,,,1200,0,12",
                "/b,faulty,ada,2027-01-05,7.3,9,1,0",
                "\"/articles/odd, \"\"name\"\"\",published,,,,,0,0",
            ],
            ReportTable.Csv(Rows));

    [Fact]
    public async Task Check_WithAReport_PrintsProblemsAndTheTable()
    {
        var ended = await CheckAsync("--report");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("content/articles/broken.md(7,1): error FP0103", ended.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n\naddress +state +reviewer", ended.Output);
        Assert.Matches(@"\n/articles/a-hidden-draft +draft ", ended.Output);
        Assert.Matches(@"\n/articles/broken +faulty +0[.]0 +3 +1 +1\n", ended.Output);
        Assert.Matches(@"\n/articles/relaxing-tight-muscles +expired +rita-reviewer +2099-04-01 ", ended.Output);
        Assert.EndsWith(" warnings\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithAReportAsCsv_PrintsNothingElse()
    {
        var ended = await CheckAsync("--report", "csv", "--update-addresses");

        Assert.Equal(1, ended.ExitCode);
        var lines = ended.Output.Split("\r\n");
        Assert.Equal("address,state,reviewer,review due,grade,words,errors,warnings", lines[0]);
        Assert.Equal("", lines[^1]);
        Assert.All(lines[1..^1], line => Assert.Matches("^/[a-z/-]*,(published|draft|scheduled|expired|faulty),[a-z-]*,[0-9-]*,[0-9]+[.][0-9],[0-9]*,[0-9]+,[0-9]+$", line));
        Assert.Contains("were added to addresses.txt", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithAReportOfAnUnknownKind_IsRefused()
    {
        var ended = await CheckAsync("--report", "xml");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("xml", ended.Error, StringComparison.Ordinal);
    }

    private Task<Ended> CheckAsync(params string[] options)
    {
        var content = SampleContent.In(_own["content"]).WriteArticle("broken", "colour: red", published: "2020-01-01")
            .WriteArticle("what-is-synkinesis", published: "2020-01-01")
            .WriteArticle("relaxing-tight-muscles", "expires: 2021-01-01\nreviewer: rita-reviewer\nreviewed: 2020-01-02\nreviewDue: 2099-04-01", published: "2020-01-01");
        return SiteProgram.RunAsync(["check", "--content", content.Root, .. options], ("ASPNETCORE_ENVIRONMENT", "Production"));
    }
}
