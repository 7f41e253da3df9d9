using FacialParalysisSite.Content.Tests.Pictures;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Files;

public sealed class PictureFileTests : IDisposable
{
    private readonly TestContent _content = new();

    public static TheoryData<string, string> Pictures => new()
    {
        { "a.png", "halves.png" }, { "a.jpg", "halves.jpg" }, { "a.jpeg", "halves.jpg" }, { "a.webp", "halves.webp" }, { "2026/a.avif", "halves.avif" },
    };

    public static TheoryData<string, byte[]> Pretenders => new()
    {
        { "a.png", TestPicture.Read("halves.jpg") }, { "a.jpg", TestPicture.Read("halves.png") }, { "a.webp", TestPicture.Read("halves.avif") },
        { "a.avif", TestPicture.Read("halves.webp") }, { "a.png", [] }, { "a.webp", "RIFF"u8.ToArray() },
        { "a.jpg", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray() },
        { "a.svg", "<svg onload=alert(1)>"u8.ToArray() }, { "a.html", TestPicture.Read("halves.png") },
    };

    public void Dispose() => _content.Dispose();

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Reload_APictureThatIsWhatItsNameSays_IsNoProblem(string name, string picture)
    {
        _content.Write("images/" + name, TestPicture.Read(picture));

        Assert.Empty(_content.Problems());
    }

    [Theory]
    [Covers("FP0008")]
    [MemberData(nameof(Pretenders))]
    public void Reload_APictureThatIsSomethingElse_IsReported(string name, byte[] bytes)
    {
        _content.Write("images/" + name, bytes);

        AssertProblem($"images/{name}(1,1): error FP0008");
    }

    [Theory]
    [Covers("FP0011")]
    [InlineData("a.jpg", "halves.jpg")]
    [InlineData("a.png", "halves.png")]
    [InlineData("a.webp", "halves.webp")]
    [InlineData("a.avif", "halves.avif")]
    public void Reload_APictureThatWasCutOff_IsReportedAndItsPageStays(string name, string picture)
    {
        _content.Write("images/" + name, TestPicture.Read(picture)[..^9]);
        _content.Write("articles/a.md", TestArticle.With("", $"Before. ![A face](../images/{name}) Behind."));

        AssertProblem($"images/{name}(1,1): error FP0011");
        var catalog = _content.Load().Current;
        Assert.Contains("Before. A face Behind.", catalog.HtmlOf(catalog.FindArticle("a").Item!), StringComparison.Ordinal);
    }

    [Theory]
    [Covers("FP0012")]
    [InlineData(30_000, 30_000)]
    [InlineData(8_001, 5_000)]
    [InlineData(2_000, 199)]
    [InlineData(199, 2_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Reload_APictureOfTooManyPixelsOrOfAnOddShape_IsReportedAtOnce(int width, int height)
    {
        _content.Write("images/a.png", TestPicture.PngBomb(width, height));

        AssertProblem("images/a.png(1,1): error FP0012");
    }

    [Fact]
    public void Reload_APictureOf40MillionPixels_IsNoProblem()
    {
        _content.Write("images/a.png", TestPicture.PngBomb(8_000, 5_000));

        Assert.Empty(_content.Problems());
    }

    [Fact]
    [Covers("FP0013")]
    public void Reload_APictureOver5Megabytes_IsAWarning()
    {
        _content.Write("images/a.jpg", [.. TestPicture.Read("halves.jpg"), .. new byte[5 * 1024 * 1024]]);

        AssertProblem("images/a.jpg(1,1): warning FP0013");
    }

    private void AssertProblem(string line) => Assert.Equal(line, ProblemFixture.Line(Assert.Single(_content.Problems())));
}
