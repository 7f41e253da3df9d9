using System.Diagnostics;

namespace FacialParalysisSite.Content.Tests.Files;

/// <summary>A pipe in the file system: whoever reads it waits for who writes.</summary>
internal static class NamedPipe
{
    public static void Make(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    /// <summary>What a program writes into it, as soon as it has.</summary>
    public static Task<string> ReadAsync(string path) => Task.Run(() => File.ReadAllText(path)).WaitAsync(TimeSpan.FromMinutes(5));
}
