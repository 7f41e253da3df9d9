using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Pictures.Reading;

namespace FacialParalysisSite.Content.Tests.Pictures;

public sealed class PictureHeaderTests
{
    private static readonly string[] Files = ["halves.png", "halves.jpg", "halves.webp", "lossless.webp", "animated.webp", "halves.avif", "turned.avif"];

    public static TheoryData<string> Pictures => new(Files);

    public static TheoryData<string, int> Held
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in new[] { "halves.jpg", "halves.png", "halves.webp" })
            {
                for (var orientation = 1; orientation <= 8; orientation++)
                {
                    data.Add(name, orientation);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Read_ARealPicture_KnowsItsSizeAndThatItIsWhole(string name)
    {
        var header = Read(TestPicture.Read(name));

        Assert.Equal(name == "turned.avif" ? (16, 24) : (24, 16), (header!.Width, header.Height));
        Assert.True(header.IsWhole);
        Assert.False(header.HasMetadata);
    }

    [Theory]
    [MemberData(nameof(Held))]
    public void Read_APictureOfACameraThatWasTurned_GivesTheSizeAsItIsShown(string name, int orientation)
    {
        var header = Read(TestPicture.WithExif(TestPicture.Read(name), orientation));

        Assert.Equal(orientation >= 5 ? (16, 24) : (24, 16), (header!.Width, header.Height));
        Assert.True(header.IsWhole);
        Assert.True(header.HasMetadata);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Read_AnyBeginningOfAPicture_IsNeverWhole(string name)
    {
        var whole = TestPicture.Read(name);

        for (var length = 12; length < whole.Length; length++)
        {
            Assert.False(Read(whole[..length])?.IsWhole == true, $"{name} cut off behind {length} bytes passes for whole");
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Read_APictureWithAnyByteChanged_DoesNotFail(string name)
    {
        var whole = TestPicture.Read(name);
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var value in new byte[] { 0, 1, 0x7F, 0x80, 0xFF })
            {
                var changed = whole.ToArray();
                changed[at] = value;
                Read(changed);
            }
        }
    }

    [Fact]
    public void Read_WhatStandsBehindTheEndOfAJpeg_DoesNotMakeItBroken() =>
        Assert.True(Read([.. TestPicture.Read("halves.jpg"), .. "a film"u8])!.IsWhole);

    [Fact]
    public void Read_AJpegThatNamesASmallSizeBehindAHugeOne_KnowsTheHugeOne()
    {
        var small = TestPicture.Read("halves.jpg");
        byte[] huge = [0xFF, 0xC0, 0, 17, 8, 0x75, 0x30, 0x75, 0x30, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

        var header = Read([.. small[..2], .. huge, .. small[2..]]);

        Assert.Equal((30_000, 30_000), (header!.Width, header.Height));
    }

    [Fact]
    public void Read_AWebPThatNamesASmallSizeBehindAHugeOne_KnowsTheHugeOne()
    {
        var small = TestPicture.WithExif(TestPicture.Read("halves.webp"), orientation: 1);
        byte[] huge = [.. "VP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0x3F, 0, 0xFF, 0x3F, 0];

        var header = Read([.. small[..12], .. huge, .. small[12..]]);

        Assert.Equal((16_384, 16_384), (header!.Width, header.Height));
    }

    private static PictureHeader? Read(byte[] bytes) => PictureFormats.Of(bytes) is { } format ? PictureHeader.Read(format, bytes) : null;
}
