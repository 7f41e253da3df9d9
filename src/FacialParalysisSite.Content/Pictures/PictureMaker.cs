using System.Globalization;
using FacialParalysisSite.Content.Pictures.Reading;

namespace FacialParalysisSite.Content.Pictures;

/// <summary>
/// Makes the small pictures of an original: first a large one that is upright, in sRGB, with 8 bits to a colour and without
/// metadata, then the others of that. What comes out is looked at before it is kept.
/// </summary>
/// <param name="program">The program <c>vipsthumbnail</c>, its name or path.</param>
internal sealed class PictureMaker(string program)
{
    private const string Original = "original";

    private const string Master = "master.png";

    /// <summary>
    /// What the readers of JPEG and PNG complain of where pixels are missing or wrong, and the program goes on with grey or
    /// black ones. Other complaints, as of a profile or of bytes too many, harm no picture.
    /// </summary>
    private static readonly string[] Damages = ["premature end", "Corrupt JPEG data: bad Huffman code", "Corrupt JPEG data: bad arithmetic code", "Corrupt JPEG data: found marker", "not enough data", "not enough image data", "IDAT: "];

    /// <summary>Bytes behind the last pixel, which nobody sees.</summary>
    private static readonly string[] Harmless = ["IDAT: Extra compressed data", "IDAT: Too much image data"];

    private readonly LimitedProgram _program = new(program);

    /// <summary>Makes every size and format. Nothing else is left in the folder where it succeeds.</summary>
    /// <param name="original">What the original holds.</param>
    /// <param name="width">Its width as it is shown.</param>
    /// <param name="height">Its height as it is shown.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="stop">Ends the work at once.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<PictureFault> MakeAsync(ReadOnlyMemory<byte> original, int width, int height, string folder, CancellationToken stop)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, Original), original, stop);
        var widths = PictureRecipe.WidthsOf(width);
        var fault = await RunAsync(Original, widths[^1], Master + PictureRecipe.MasterOptions, folder, ColoursOf(original.Span), stop);
        foreach (var format in PictureRecipe.Formats)
        {
            foreach (var size in widths.TakeWhile(_ => fault == PictureFault.None))
            {
                var file = PictureRecipe.FileName(size, format);
                fault = await RunAsync(Master, size, file + PictureRecipe.Options(format), folder, [], stop);
                if (fault == PictureFault.None && !await FinishAsync(Path.Combine(folder, file), format, size, PictureRecipe.HeightOf(size, width, height), stop))
                {
                    fault = PictureFault.Refused;
                }
            }
        }

        File.Delete(Path.Combine(folder, Original));
        File.Delete(Path.Combine(folder, Master));
        return fault;
    }

    /// <summary>What says nothing of its colours means those of a screen, and keeps them as they are: a conversion would only change them.</summary>
    private static string[] ColoursOf(ReadOnlySpan<byte> original) =>
        PictureFormats.Of(original) is { } format && PictureHeader.Read(format, original) is { HasOtherColours: false } ? [] : ["--export-profile=srgb"];

    private static bool IsOfDamage(string complaints)
    {
        var grave = Harmless.Aggregate(complaints, (left, harmless) => left.Replace(harmless, "", StringComparison.OrdinalIgnoreCase));
        return Damages.Any(damage => grave.Contains(damage, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The other side has no bound, so that the width is just that.</summary>
    private async Task<PictureFault> RunAsync(string from, int width, string to, string folder, string[] options, CancellationToken stop)
    {
        string[] arguments = [.. options, string.Create(CultureInfo.InvariantCulture, $"--size={width}x"), "--output=" + to, from];
        var (ended, complaints) = await _program.RunAsync(folder, arguments, stop);
        return ended switch
        {
            0 => IsOfDamage(complaints) ? PictureFault.Refused : PictureFault.None,
            LimitedProgram.Missing or LimitedProgram.Forbidden => PictureFault.NoProgram,
            _ => HasRoom(folder) ? PictureFault.Refused : PictureFault.NoRoom,
        };
    }

    /// <summary>Whether a program that failed could have written there.</summary>
    private static bool HasRoom(string folder)
    {
        try
        {
            var trial = Path.Combine(folder, "trial");
            File.WriteAllBytes(trial, new byte[1024 * 1024]);
            File.Delete(trial);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Takes out of a picture what should not be in it.</summary>
    /// <returns>Whether it is what it should be.</returns>
    private static async Task<bool> FinishAsync(string file, PictureFormat format, int width, int height, CancellationToken stop)
    {
        var made = File.Exists(file) ? await File.ReadAllBytesAsync(file, stop) : [];
        if (PictureFormats.Of(made) != format)
        {
            return false;
        }

        if (format == PictureFormat.WebP)
        {
            made = BareWebP.Of(made);
            await File.WriteAllBytesAsync(file, made, stop);
        }

        return PictureHeader.Read(format, made) is { IsWhole: true, HasMetadata: false } header && header.Width == width && Math.Abs(header.Height - height) <= 1;
    }
}
