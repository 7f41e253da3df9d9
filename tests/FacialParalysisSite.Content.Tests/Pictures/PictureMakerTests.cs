using System.Text;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Pictures.Reading;

namespace FacialParalysisSite.Content.Tests.Pictures;

/// <summary>Real originals, made small by the real program.</summary>
public sealed class PictureMakerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("picture-tests-");

    private string Made => Path.Combine(_folder.FullName, "made");

    private IEnumerable<string> Files => Directory.GetFiles(Made).Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    [VipsFact]
    public async Task Make_AJpegWithEverythingThatCamerasWrite_LeavesNoByteOfIt()
    {
        var original = TestPicture.WithEverything(Profiled(TestPicture.Read("halves.jpg")));
        Assert.Contains(TestPicture.Secret, Encoding.Latin1.GetString(original), StringComparison.Ordinal);

        Assert.Equal(PictureFault.None, await MakeAsync(original));

        AssertBare();
    }

    [VipsTheory]
    [InlineData("halves.png")]
    [InlineData("halves.webp")]
    public async Task Make_AnotherPictureWithExif_LeavesNoByteOfIt(string name)
    {
        var original = TestPicture.WithExif(TestPicture.Read(name), orientation: 1);
        if (name == "halves.png")
        {
            original = TestPicture.InsertChunk(original, "tEXt", Encoding.ASCII.GetBytes("Comment\0" + TestPicture.Secret));
            original = TestPicture.InsertChunk(original, "iTXt", Encoding.ASCII.GetBytes("XML:com.adobe.xmp\0\0\0\0\0<x>" + TestPicture.Secret + "</x>"));
        }

        Assert.Equal(PictureFault.None, await MakeAsync(original));

        AssertBare();
    }

    /// <summary>The left half is red. Held the wrong way, its side is where it belongs when it has been turned as the camera says.</summary>
    [VipsTheory]
    [InlineData("halves.jpg", 3, 20, 8)]
    [InlineData("halves.jpg", 6, 8, 4)]
    [InlineData("halves.jpg", 8, 8, 20)]
    [InlineData("halves.png", 6, 8, 4)]
    [InlineData("halves.webp", 6, 8, 4)]
    public async Task Make_APictureOfACameraThatWasTurned_IsUpright(string name, int orientation, int x, int y)
    {
        Assert.Equal(PictureFault.None, await MakeAsync(TestPicture.WithExif(TestPicture.Read(name), orientation)));

        Assert.All(Files, file => AssertRed(Vips.ColourAt(file, x, y)));
        AssertBare();
    }

    [VipsFact]
    public async Task Make_AnAvifThatIsStoredLying_IsUpright()
    {
        Assert.Equal(PictureFault.None, await MakeAsync(TestPicture.Read("turned.avif")));

        Assert.Equal(["16.avif", "16.jpg", "16.webp"], Files.Select(Path.GetFileName));
        Assert.All(Files, file => AssertRed(Vips.ColourAt(file, 8, 4)));
    }

    [VipsFact]
    public async Task Make_APictureForPrinting_HasItsColoursOnTheScreen()
    {
        Vips.Run(Write("in.png", TestPicture.Read("halves.png")), "colourspace", "in.png", "in.jpg", "cmyk");
        var original = Read("in.jpg");
        Assert.Equal(4, Components(original));

        Assert.Equal(PictureFault.None, await MakeAsync(original));

        Assert.All(Files, file => AssertRed(Vips.ColourAt(file, 4, 8)));
        Assert.Equal(3, Components(File.ReadAllBytes(Path.Combine(Made, "24.jpg"))));
    }

    /// <summary>Before and after must not differ because one of two programs wrote down a profile.</summary>
    [VipsTheory]
    [InlineData("14 47 42")]
    [InlineData("224 172 140")]
    [InlineData("141 85 60")]
    [InlineData("128 128 128")]
    [InlineData("255 255 255")]
    public async Task Make_APictureWithoutAProfile_KeepsItsColours(string colour)
    {
        Vips.Run(_folder.FullName, "black", "black.v", "48", "32", "--bands", "3");
        Vips.Run(_folder.FullName, "linear", "black.v", "in.png", "1 1 1", colour, "--uchar");
        var plain = Read("in.png");
        Assert.False(PictureHeader.Read(PictureFormat.Png, plain)!.HasOtherColours);
        var expected = colour.Split(' ').Select(int.Parse).ToArray();

        Assert.Equal(PictureFault.None, await MakeAsync(plain));

        Assert.All(Files, file => Assert.All(Vips.ColourAt(file, 20, 15).Zip(expected), pair => Assert.InRange(pair.First, pair.Second - 3, pair.Second + 3)));
    }

    /// <summary>As large as an original may be.</summary>
    [VipsFact]
    public async Task Make_APictureOf40MillionPixels_IsMade()
    {
        Vips.Run(_folder.FullName, "black", "large.v", "8000", "5000", "--bands", "3");
        Vips.Run(_folder.FullName, "linear", "large.v", "in.jpg", "1 1 1", "141 85 60", "--uchar");

        Assert.Equal(PictureFault.None, await MakeAsync(Read("in.jpg")));

        Assert.Equal(18, Files.Count());
        AssertBare();
    }

    [VipsFact]
    public async Task Make_APictureOf16Bits_Has8()
    {
        Assert.Equal(PictureFault.None, await MakeAsync(TestPicture.Png(40, 30, isDeep: true)));

        Assert.All(Files, file => Assert.All(Vips.ColourAt(file, 20, 15), colour => Assert.InRange(colour, 190, 210)));
    }

    [VipsFact]
    public async Task Make_AMovingPicture_IsItsFirstOne()
    {
        var original = TestPicture.Read("animated.webp");
        Assert.Contains("ANMF", Encoding.Latin1.GetString(original), StringComparison.Ordinal);

        Assert.Equal(PictureFault.None, await MakeAsync(original));

        Assert.All(Files, file =>
        {
            AssertRed(Vips.ColourAt(file, 4, 8));
            Assert.DoesNotContain("ANMF", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
        });
    }

    [VipsFact]
    public async Task Make_APictureThatCanBeSeenThrough_StaysSoOrIsWhite()
    {
        Assert.Equal(PictureFault.None, await MakeAsync(TestPicture.Png(40, 30, hasAlpha: true)));

        Assert.Equal(0, Vips.ColourAt(Path.Combine(Made, "40.avif"), 20, 15)[3]);
        Assert.Equal(0, Vips.ColourAt(Path.Combine(Made, "40.webp"), 20, 15)[3]);
        Assert.Equal([255, 255, 255], Vips.ColourAt(Path.Combine(Made, "40.jpg"), 20, 15));
    }

    [VipsFact]
    public async Task Make_ALargePicture_HasEveryWidthUpTo1600()
    {
        Assert.Equal(PictureFault.None, await MakeAsync(TestPicture.Png(1800, 900)));

        Assert.Equal(6 * 3, Files.Count());
        Assert.All(Files, file =>
        {
            var header = PictureHeader.Read(PictureFormats.Claimed(file)!.Value, File.ReadAllBytes(file))!;
            Assert.Equal(Path.GetFileNameWithoutExtension(file), header.Width.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(header.Width / 2, header.Height);
        });
    }

    [VipsFact]
    public async Task Make_APictureWhoseHeadAloneIsRight_IsRefused()
    {
        var broken = TestPicture.Read("halves.avif");
        broken.AsSpan(^34..).Clear();

        Assert.Equal(PictureFault.Refused, await MakeAsync(broken));
    }

    /// <summary>What comes behind the gap would be grey.</summary>
    [VipsFact]
    public async Task Make_AJpegThatLacksPixelsBeforeItsEnd_IsRefused()
    {
        Vips.Run(_folder.FullName, "gaussnoise", "noise.v", "60", "40");
        Vips.Run(_folder.FullName, "linear", "noise.v", "in.jpg", "1", "0", "--uchar");
        var whole = Read("in.jpg");
        byte[] half = [.. whole[..(whole.Length / 2)], 0xFF, 0xD9];
        Assert.True(PictureHeader.Read(PictureFormat.Jpeg, half)!.IsWhole);

        Assert.Equal(PictureFault.Refused, await MakeAsync(half));
    }

    [VipsFact]
    public async Task Make_APngThatLacksPixels_IsRefused()
    {
        var half = TestPicture.PngBomb(40, 30);
        Assert.True(PictureHeader.Read(PictureFormat.Png, half)!.IsWhole);

        Assert.Equal(PictureFault.Refused, await MakeAsync(half));
    }

    /// <summary>As some programs write it into every picture.</summary>
    [VipsFact]
    public async Task Make_APngWithAProfileThatIsNone_IsMade() =>
        Assert.Equal(PictureFault.None, await MakeAsync(TestPicture.InsertChunk(TestPicture.Png(40, 30), "iCCP", [.. "icc\0\0"u8, 0x78, 0x9C, 0x03, 0, 0, 0, 0, 1])));

    [VipsFact]
    public async Task Make_APngWithBytesBehindItsLastPixel_IsMade() =>
        Assert.Equal(PictureFault.None, await MakeAsync(TestPicture.AppendChunk(TestPicture.Png(40, 30), "IDAT", [0, 0, 0, 0])));

    [Theory]
    [InlineData(1, "1")]
    [InlineData(320, "320")]
    [InlineData(340, "340")]
    [InlineData(500, "320 500")]
    [InlineData(1600, "320 480 640 960 1280 1600")]
    [InlineData(8000, "320 480 640 960 1280 1600")]
    public void WidthsOf_AWidth_IsNeverWiderAndHasNoTwoThatAreNear(int width, string widths) =>
        Assert.Equal(widths, string.Join(' ', PictureRecipe.WidthsOf(width)));

    private async Task<PictureFault> MakeAsync(byte[] original)
    {
        Directory.CreateDirectory(Made);
        var header = PictureHeader.Read(PictureFormats.Of(original)!.Value, original)!;
        return await new PictureMaker("vipsthumbnail").MakeAsync(original, header.Width, header.Height, Made, CancellationToken.None);
    }

    private void AssertBare() => Assert.All(Files, file =>
    {
        var bytes = File.ReadAllBytes(file);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.All([TestPicture.Secret, "Exif", "EXIF", "xmp", "XMP", "GPS", "ICC", "acsp", "Photoshop", "8BIM", "vips"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.False(PictureHeader.Read(PictureFormats.Claimed(file)!.Value, bytes)!.HasMetadata);
    });

    /// <summary>With a colour profile, which libvips brings along.</summary>
    private byte[] Profiled(byte[] jpeg)
    {
        Vips.Run(Write("in.jpg", jpeg), "icc_transform", "in.jpg", "profiled.jpg", "p3");
        var profiled = Read("profiled.jpg");
        Assert.Contains("ICC_PROFILE", Encoding.Latin1.GetString(profiled), StringComparison.Ordinal);
        return profiled;
    }

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, name), bytes);
        return _folder.FullName;
    }

    private byte[] Read(string name) => File.ReadAllBytes(Path.Combine(_folder.FullName, name));

    /// <summary>How many colours a JPEG has to a point: behind the size in its frame.</summary>
    private static int Components(byte[] jpeg)
    {
        for (var at = 2; ; at += 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]))
        {
            if (jpeg[at + 1] is 0xC0 or 0xC2)
            {
                return jpeg[at + 9];
            }
        }
    }

    private static void AssertRed(int[] colour)
    {
        Assert.InRange(colour[0], 150, 255);
        Assert.InRange(colour[2], 0, 110);
    }
}
