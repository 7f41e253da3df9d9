using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace FacialParalysisSite.Content.Pictures;

/// <summary>
/// Runs a program that reads what strangers made: with little time, little memory, a low priority and nothing of the site's
/// environment, in which passwords stand.
/// </summary>
/// <param name="program">Its name or path.</param>
internal sealed class LimitedProgram(string program)
{
    /// <summary>What a shell answers where there is no such program, and where it may not be run.</summary>
    public const int Missing = 127;

    public const int Forbidden = 126;

    /// <summary>Of the clock: beside busy visitors the program gets little of the processor.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Seconds of the processor: an original of 40 million pixels takes about five.</summary>
    private const int Seconds = 60;

    /// <summary>Kilobytes of address space, which also holds the program and its libraries.</summary>
    private const int Kilobytes = 2 * 1024 * 1024;

    /// <summary>The largest file it may write, in blocks of 512 bytes: 1 GB.</summary>
    private const int Blocks = 2 * 1024 * 1024;

    /// <summary>Bytes of its complaints that are looked at.</summary>
    private const int MostSaid = 64 * 1024;

    /// <summary>
    /// Arguments stand behind the script, never in it, so that no shell reads them. A busy processor gives a program at this
    /// priority a tenth of what it gives the site; at the lowest, 19, it would be a seventieth, and pictures would wait for hours.
    /// </summary>
    private const string Script = "ulimit -c 0; ulimit -t \"$1\"; ulimit -v \"$2\"; ulimit -f \"$3\"; shift 3; exec nice -n 10 \"$@\"";

    /// <summary>Runs it to its end, or ends it.</summary>
    /// <param name="folder">Where it works, and where it puts what it needs for a while.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="stop">Ends it at once.</param>
    /// <returns>Its exit code, null where it took too long; and how its complaints begin. These may hold words out of a picture: nobody is to keep them.</returns>
    /// <exception cref="OperationCanceledException">It was ended by <paramref name="stop"/>.</exception>
    public async Task<(int? ExitCode, string Complaints)> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        using var process = new Process { StartInfo = Described(folder, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return (Missing, "");
        }

        try
        {
            var complaints = ReadAsync(process.StandardError.BaseStream, patience.Token);
            await Task.WhenAll(complaints, process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, patience.Token), process.WaitForExitAsync(patience.Token));
            return (process.ExitCode, await complaints);
        }
        catch (OperationCanceledException)
        {
            // What still writes into the folder would keep it from being deleted.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            stop.ThrowIfCancellationRequested();
            return (null, "");
        }
    }

    /// <summary>Reads to the end, or the program would wait, but keeps no more than the beginning.</summary>
    private static async Task<string> ReadAsync(Stream said, CancellationToken stop)
    {
        var bytes = new byte[MostSaid];
        var length = await said.ReadAtLeastAsync(bytes, MostSaid, throwOnEndOfStream: false, stop);
        await said.CopyToAsync(Stream.Null, stop);
        return Encoding.Latin1.GetString(bytes, 0, length);
    }

    private ProcessStartInfo Described(string folder, IReadOnlyList<string> arguments)
    {
        var limits = new[] { Seconds, Kilobytes, Blocks }.Select(limit => limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", .. limits, program, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = start.Environment.TryGetValue("PATH", out var known) ? known : null;
        start.Environment.Clear();
        start.Environment["PATH"] = path ?? "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_DISC_THRESHOLD"] = "100m";
        return start;
    }
}
