using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Parsing;

public sealed class GuardedParsingTests
{
    private static readonly FileStamp Stamp = new("articles/x.md", 1, default, LeadsOutside: false);

    [Fact]
    [Covers("FP0009")]
    public void Run_TheParserItselfFails_IsAProblemOfThatFileAlone()
    {
        var parsed = GuardedParsing.Run(_ => throw new InvalidOperationException(), Stamp);

        Assert.IsType<UnusableFile>(parsed);
        Assert.StartsWith("content/articles/x.md(1,1): error FP0009: ", Assert.Single(parsed.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TheParserSucceeds_ReturnsWhatItRead()
    {
        var read = new UnusableFile("articles/x.md", []);

        Assert.Same(read, GuardedParsing.Run(_ => read, Stamp));
    }
}
