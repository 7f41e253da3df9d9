using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

/// <summary>The command as staff and CI run it, in Production and without any setting.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Check_TheContentOfTheRepository_FindsNoError()
    {
        var ended = await RunAsync("check");

        Assert.True(ended.ExitCode == 0, ended.Output + ended.Error);
        Assert.Contains("0 errors, ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FaultyContent_PrintsEveryProblemAndItsHint()
    {
        var content = Sample()
            .WriteArticle("x", "publishd: 2029-01-01\ntags: [botoks]")
            .WriteArticle("y", "draft: perhaps")
            .WriteCase("somebody", permission: "");

        var ended = await RunAsync("check", "--content", content.Root);

        Assert.Equal(1, ended.ExitCode);
        var lines = ended.Output.Split('\n');
        var place = Array.FindIndex(lines, line => line.StartsWith("content/articles/x.md(7,1): error FP0103: ", StringComparison.Ordinal));
        Assert.True(place >= 0, ended.Output);
        Assert.StartsWith("    ", lines[place + 1], StringComparison.Ordinal);
        Assert.Contains("published", lines[place + 1], StringComparison.Ordinal);
        Assert.Contains("content/articles/x.md(8,8): error FP0204: ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("content/articles/y.md(7,8): error FP0105: ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("content/gallery/somebody.md(4,7): error FP0601: ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("4 errors, ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ContentWithWarningsOnly_Succeeds()
    {
        var ended = await RunAsync("check", "--content", Sample().Root);

        Assert.True(ended.ExitCode == 0, ended.Output + ended.Error);
        Assert.Contains("warning FP0401", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AMissingFolder_SaysSoInASentence()
    {
        var ended = await RunAsync("check", "--content", _own["nothing"]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("there is no such folder", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error + ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--report", "check", "--reprot")]
    [InlineData("--update-addresses", "check", "--update-adresses")]
    [InlineData("--waiting", "requests", "list", "--wating")]
    [InlineData("resend", "requests", "resand")]
    [InlineData("check", "chekc")]
    public async Task Run_ASlipOfThePen_NamesTheWordThatWasMeant(string meant, params string[] mistyped)
    {
        var ended = await RunAsync(mistyped);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains($"\"{mistyped[^1]}\".", ended.Error, StringComparison.Ordinal);
        Assert.Contains($"Did you mean \"{meant}\"?", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--contnt")]
    [InlineData("somewhere")]
    public async Task Check_AMistypedOption_IsRefusedInsteadOfCheckingSomethingElse(string mistyped)
    {
        var ended = await RunAsync("check", mistyped);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains($"check does not know \"{mistyped}\".", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AnUnknownCommand_IsRefused()
    {
        var ended = await RunAsync("chekc");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("There is no command \"chekc\".", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Help_ListsTheCommand()
    {
        var ended = await RunAsync("--help");

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("check", ended.Output, StringComparison.Ordinal);
    }

    /// <summary>The sample, whose articles are of another year, without what has not happened yet by this machine's clock.</summary>
    private EditedContent Sample() => SampleContent.In(_own["content"]).WriteArticle("relaxing-tight-muscles").WriteArticle("what-is-synkinesis");

    private static Task<Ended> RunAsync(params string[] arguments) => SiteProgram.RunAsync(arguments, ("ASPNETCORE_ENVIRONMENT", "Production"));
}
