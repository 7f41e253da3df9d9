using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

public sealed class AddressUpdateTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Check_WithoutAListOfAddresses_FailsAndSaysHowToBegin()
    {
        var content = Sample();
        File.Delete(content.PathOf("addresses.txt"));

        var ended = await CheckAsync(content);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("content/addresses.txt(1,1): error FP0504: ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("\"check --update-addresses\"", ended.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(content.PathOf("addresses.txt")));
    }

    [Fact]
    public async Task Update_OfEverythingPublished_IsFoundCompleteByTheNextCheck()
    {
        var content = Sample();
        File.Delete(content.PathOf("addresses.txt"));

        var ended = await CheckAsync(content, "--update-addresses");

        Assert.True(ended.ExitCode == 0, ended.Output + ended.Error);
        var lines = File.ReadAllLines(content.PathOf("addresses.txt"));
        Assert.Contains($"{lines.Count(line => line.StartsWith('/'))} addresses were added to addresses.txt.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("/contact", lines);
        Assert.DoesNotContain(SampleContent.Draft, lines);
        Assert.DoesNotContain("not listed", (await CheckAsync(content)).Output, StringComparison.Ordinal);
        Assert.Contains("No address was added to addresses.txt: it has them all.", (await CheckAsync(content, "--update-addresses")).Output, StringComparison.Ordinal);

        content.WriteArticle("new-one", published: "2020-01-01");
        var grown = await CheckAsync(content);
        Assert.Equal(0, grown.ExitCode);
        Assert.Contains("1 address is not listed yet: run check --update-addresses", grown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AnAddressThatLeadsNowhere_IsAnErrorThatNamesItsLine()
    {
        var content = Sample().Write("addresses.txt", $"/contact\n{SampleContent.Draft}\n/deleted\n");

        var ended = await CheckAsync(content, "--update-addresses");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(": error FP0503: \"/deleted\" was published once, but nothing answers there any more.", ended.Output, StringComparison.Ordinal);
        Assert.Contains($": error FP0503: \"{SampleContent.Draft}\" was published once, but content/articles/a-hidden-draft.md is a draft now", ended.Output, StringComparison.Ordinal);
        Assert.Contains("/deleted\n", File.ReadAllText(content.PathOf("addresses.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_OfAListThatCannotBeRead_LeavesItAndFails()
    {
        var content = Sample().Write("addresses.txt", [0xFF, 0xFE]);

        var ended = await CheckAsync(content, "--update-addresses");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("No address was added to addresses.txt: what is in it cannot be read.", ended.Error, StringComparison.Ordinal);
        Assert.Contains("content/addresses.txt(1,1): error FP0002", ended.Output, StringComparison.Ordinal);
        Assert.Equal([0xFF, 0xFE], File.ReadAllBytes(content.PathOf("addresses.txt")));
    }

    [Fact]
    public async Task Update_WhereItCannotBeWritten_SaysSoInASentence()
    {
        var content = Sample();
        File.Delete(content.PathOf("addresses.txt"));
        Directory.CreateDirectory(content.PathOf("addresses.txt"));

        var ended = await CheckAsync(content, "--update-addresses");

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("No address was added to addresses.txt, because it cannot be written: ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(content.Root, ".*"));
    }

    /// <summary>The sample, as this machine's clock finds nothing in it that has not happened yet.</summary>
    private EditedContent Sample() => SampleContent.In(_own["content"])
        .WriteArticle("relaxing-tight-muscles", published: "2020-01-01").WriteArticle("what-is-synkinesis", published: "2020-01-01");

    private static Task<Ended> CheckAsync(EditedContent content, params string[] options) =>
        SiteProgram.RunAsync(["check", "--content", content.Root, .. options], ("ASPNETCORE_ENVIRONMENT", "Production"));
}
