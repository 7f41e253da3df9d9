using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Markdown;

public sealed class TextLengthTests
{
    private static readonly string Paragraph = new string('x', 9_998) + "\n\n";

    [Fact]
    [Covers("FP0319")]
    public void Read_ATextOverTwoHundredThousandCharacters_IsTooLong()
    {
        var problem = Assert.Single(TestBody.Read(string.Concat(Enumerable.Repeat(Paragraph, 20)) + "x").Problems);

        Assert.Equal("articles/x.md(1,1): error FP0319", ProblemFixture.Line(problem));
    }

    [Fact]
    public void Read_ATextOfExactlyThatLength_IsNotTooLong() =>
        Assert.Empty(TestBody.Read(string.Concat(Enumerable.Repeat(Paragraph, 20))).Problems);

    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    public void Read_AParagraphOverTenThousandCharacters_IsReportedWhereItBegins(string between)
    {
        var paragraph = string.Join(between, Enumerable.Repeat(new string('x', 999), 11));

        var problem = Assert.Single(TestBody.Read("Words.\n\nMore.\n\n" + paragraph).Problems);

        Assert.Equal("articles/x.md(5,1): error FP0319", ProblemFixture.Line(problem));
    }
}
