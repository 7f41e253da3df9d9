using System.Globalization;
using System.Security.Cryptography;

namespace FacialParalysisSite.Content.Pictures;

/// <summary>In which sizes and formats a picture is made, and how.</summary>
internal static class PictureRecipe
{
    /// <summary>What the smaller pictures are made of.</summary>
    public const string MasterOptions = "[compression=1,bitdepth=8,strip]";

    /// <summary>The size that programs get which choose none.</summary>
    public const int PlainWidth = 960;

    /// <summary>The largest original: 40 million pixels. A telephone makes 12 to 24; unpacked they take up to 320 MB.</summary>
    public const long MostPixels = 40_000_000;

    /// <summary>How many times as long as wide, or as wide as long, a picture may be. Of five times as long as wide, the largest AVIF takes half a minute; WebP ends at 16,383 pixels.</summary>
    public const int LongestShape = 5;

    /// <summary>Part of every key: pictures that were made in another way have other addresses. Change it with anything in this file.</summary>
    private static ReadOnlySpan<byte> Version => "recipe 2\n"u8;

    /// <summary>So much wider than the next smaller one the largest size is, or it takes the place of that one.</summary>
    private const double LeastStep = 1.1;

    /// <summary>Hexadecimal digits of a key.</summary>
    public const int KeyLength = 64;

    /// <summary>So many of them tell the pictures of one name apart.</summary>
    public const int ShortKeyLength = 12;

    /// <summary>What is made of each picture, the smallest file first.</summary>
    public static IReadOnlyList<PictureFormat> Formats { get; } = [PictureFormat.Avif, PictureFormat.WebP, PictureFormat.Jpeg];

    /// <summary>
    /// A telephone of 360 points shows about 320 of a picture, with one to three pixels to a point; the text column has
    /// 576, and the widest place 800.
    /// </summary>
    private static IReadOnlyList<int> Widths { get; } = [320, 480, 640, 960, 1280, 1600];

    /// <summary>The widths in which a picture is made, the smallest first; never wider than it is.</summary>
    public static IReadOnlyList<int> WidthsOf(int width)
    {
        var largest = Math.Min(width, Widths[^1]);
        return [.. Widths.Where(smaller => smaller * LeastStep <= largest), largest];
    }

    /// <summary>The height that goes with a width.</summary>
    public static int HeightOf(int width, int originalWidth, int originalHeight) =>
        Math.Max(1, (int)Math.Round((double)originalHeight * width / originalWidth, MidpointRounding.AwayFromZero));

    public static string FileName(int width, PictureFormat format) => width.ToString(CultureInfo.InvariantCulture) + format.Ending();

    /// <summary>
    /// How the program saves a format. Flattened is only what JPEG cannot show through. The numbers look alike to the eye:
    /// the scales of the formats differ.
    /// </summary>
    public static string Options(PictureFormat format) => format switch
    {
        PictureFormat.Avif => "[Q=55,effort=4,bitdepth=8,strip]",
        PictureFormat.WebP => "[Q=76,effort=4,strip]",
        _ => "[Q=78,interlace,optimize-coding,background=255,strip]",
    };

    /// <summary>A hash of a picture and of this recipe.</summary>
    public static string KeyOf(ReadOnlySpan<byte> picture)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Version);
        hash.AppendData(picture);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
