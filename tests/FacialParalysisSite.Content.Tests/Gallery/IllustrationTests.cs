using System.Text;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Files;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Gallery;

/// <summary>An illustration needs no permission, so it must be one.</summary>
public sealed class IllustrationTests : IDisposable
{
    private const string Path = "gallery/x.md";

    /// <summary>A frame of one pixel, a scan, and the end.</summary>
    private static readonly byte[] SmallestJpeg =
        [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xFF, 0xD9];

    private readonly TestContent _content = new();

    public IllustrationTests()
    {
        foreach (var picture in TestCase.Drawings)
        {
            _content.WritePicture(picture);
        }
    }

    public static TheoryData<string, byte[]> Photographs => new()
    {
        { "eXIf", [0x4D, 0x4D] },
        { "iTXt", Encoding.Latin1.GetBytes("XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta/>") },
        { "tEXt", Encoding.Latin1.GetBytes("Raw profile type exif\0") },
        { "zTXt", Encoding.Latin1.GetBytes("Raw profile type APP1\0\0") },
    };

    public void Dispose() => _content.Dispose();

    [Fact]
    public void FindCase_AnIllustration_NeedsNoPermission()
    {
        _content.Write(Path, TestCase.Illustration());

        var library = _content.Load();

        Assert.Empty(library.Problems);
        Assert.Equal(Availability.Published, library.Current.FindCase("x").Availability);
    }

    [Theory]
    [InlineData("title: \"A case\"", "titel: \"A case\"")]
    [InlineData("Words.", "# Words")]
    [InlineData("article: first", "article: none")]
    public void Reload_AFaultyEditOfAnIllustration_KeepsItsLastGoodVersion(string good, string faulty)
    {
        _content.Write(Path, TestCase.Illustration());
        var library = _content.Start();

        _content.Change(Path, good, faulty);
        library.Reload();

        Assert.Equal("A case", Assert.Single(library.Current.Cases).Title);
        Assert.Equal("A case", Assert.Single(_content.Start().Current.Cases).Title);
    }

    [Theory]
    [InlineData("kind: illustration", "kind: patient")]
    [InlineData("kind: illustration", "kind: illustrations")]
    [InlineData("kind: illustration", "kind: illustration\nauthorization:\n  form: A-17")]
    [InlineData("kind: illustration", "kind: [patient")]
    public void Reload_AnIllustrationThatMayBeOfAPatient_IsTakenDown(string good, string faulty)
    {
        _content.Write(Path, TestCase.Illustration());
        var library = _content.Start();

        _content.Change(Path, good, faulty);
        library.Reload();

        Assert.Empty(library.Current.Cases);
        Assert.Null(library.Keep());
        Assert.Empty(_content.Start().Current.Cases);
    }

    [Theory]
    [MemberData(nameof(Photographs))]
    public void Reload_APhotographInThePlaceOfADrawing_IsNotShown(string chunk, byte[] data)
    {
        _content.Write(Path, TestCase.Illustration());
        var library = _content.Start();

        _content.Write(TestCase.Drawings[0], TestPng.Of(TestCase.Drawings[0], chunks: (chunk, data)));
        library.Reload();

        Assert.Empty(library.Current.Cases);
        Assert.Equal(ProblemCode.NotADrawing, Assert.Single(library.Problems).Code);
        Assert.Null(library.Keep());
        Assert.Empty(_content.Start().Current.Cases);
    }

    [Fact]
    [Covers("FP0608")]
    public void Reload_AnIllustrationThatIsNoPng_IsNotShown()
    {
        _content.Write("images/gallery/a.jpg", SmallestJpeg);
        _content.Write(Path, TestCase.Illustration().Replace("gallery/a.png", "gallery/a.jpg", StringComparison.Ordinal));

        var library = _content.Load();

        Assert.Empty(library.Current.Cases);
        Assert.Equal(ProblemCode.NotADrawing, Assert.Single(library.Problems).Code);
    }
}
