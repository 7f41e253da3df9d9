using System.Diagnostics;
using System.Globalization;

namespace FacialParalysisSite.Content.Tests.Pictures;

/// <summary>The tools of libvips: with them tests make originals and look at what came out.</summary>
internal static class Vips
{
    /// <summary>Why tests that need them cannot run here; null where they can.</summary>
    public static string? Missing { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "vipsthumbnail"))) ? null : "Not installed: libvips-tools.";

    /// <summary>Runs <c>vips</c> in a folder and gives what it says.</summary>
    public static string Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("vips", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    /// <summary>The colour of a point: red, green and blue, and how solid it is where it says so.</summary>
    public static int[] ColourAt(string file, int x, int y) =>
        Run(Path.GetDirectoryName(file)!, "getpoint", Path.GetFileName(file), x.ToString(CultureInfo.InvariantCulture), y.ToString(CultureInfo.InvariantCulture))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(number => (int)double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
}
