using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Files;

public sealed class PictureFileTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0];
    private static readonly byte[] Webp = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8];
    private static readonly byte[] Avif = [0, 0, 0, 0x20, .. "ftypavif"u8];

    public static TheoryData<string, byte[]> Pictures => new() { { "a.png", Png }, { "a.jpg", Jpeg }, { "a.jpeg", Jpeg }, { "a.webp", Webp }, { "2026/a.avif", Avif } };

    public static TheoryData<string, byte[]> Pretenders => new()
    {
        { "a.png", Jpeg }, { "a.jpg", Png }, { "a.webp", Avif }, { "a.avif", Webp }, { "a.png", [] }, { "a.webp", "RIFF"u8.ToArray() },
        { "a.svg", "<svg onload=alert(1)>"u8.ToArray() }, { "a.html", Png },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Reload_APictureThatIsWhatItsNameSays_IsNoProblem(string name, byte[] bytes)
    {
        using var content = new TestContent();
        content.Write("images/" + name, bytes);

        Assert.Empty(content.Problems());
    }

    [Theory]
    [Covers("FP0008")]
    [MemberData(nameof(Pretenders))]
    public void Reload_APictureThatIsSomethingElse_IsReported(string name, byte[] bytes)
    {
        using var content = new TestContent();
        content.Write("images/" + name, bytes);

        Assert.Equal($"images/{name}(1,1): error FP0008", ProblemFixture.Line(Assert.Single(content.Problems())));
    }
}
