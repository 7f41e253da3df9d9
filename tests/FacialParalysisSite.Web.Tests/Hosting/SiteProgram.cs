using System.Diagnostics;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>What a program left behind.</summary>
internal sealed record Ended(int ExitCode, string Output, string Error);

/// <summary>The built site as a program of its own, with the settings of a test and none of this machine's.</summary>
internal static class SiteProgram
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    /// <summary>The program that was built for the tests, or another that <c>SITE_PROGRAM</c> names.</summary>
    public static string Dll { get; } = Environment.GetEnvironmentVariable("SITE_PROGRAM") ??
        Path.Combine(Repository.WebProject, "bin", Repository.Configuration, "net10.0", "FacialParalysisSite.Web.dll");

    /// <summary>The settings of a site in Production, on a free port, with everything it keeps in a folder. No mail server answers it.</summary>
    public static (string Name, string Value)[] Production(string dataFolder) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Site__BaseUrl", SiteHost.SecureBase),
        ("Data__Root", dataFolder), ("Pictures__Program", ""), ("Mail__From", "website@clinic.example"), ("Mail__To", "front@clinic.example"),
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", "1"), ("Smtp__Security", "None"),
    ];

    /// <summary>Runs the site's program to its end.</summary>
    /// <param name="arguments">What stands behind its name.</param>
    /// <param name="settings">Settings as environment variables.</param>
    public static Task<Ended> RunAsync(string[] arguments, params (string Name, string Value)[] settings) =>
        EndOfAsync(Start(Dll, arguments, Path.GetTempPath(), settings));

    /// <summary>Starts the site's program.</summary>
    /// <param name="dll">The program.</param>
    /// <param name="arguments">What stands behind its name.</param>
    /// <param name="folder">The folder it is started in.</param>
    /// <param name="settings">Settings as environment variables.</param>
    public static Process Start(string dll, string[] arguments, string folder, params (string Name, string Value)[] settings) =>
        Process.Start(Described("dotnet", [dll, .. arguments], folder, settings))!;

    /// <summary>Runs a tool of the system or the SDK and gives its exit code.</summary>
    public static async Task<int> RunToolAsync(string tool, params string[] arguments) =>
        (await EndOfAsync(Process.Start(Described(tool, arguments, Repository.Folder, []))!)).ExitCode;

    /// <summary>Waits for the end of a program, and ends it where it does not come.</summary>
    public static async Task<Ended> EndOfAsync(Process process)
    {
        using (process)
        {
            using var deadline = new CancellationTokenSource(Deadline);
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                await process.WaitForExitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"The program did not end: {await output} {await error}");
            }

            return new Ended(process.ExitCode, await output, await error);
        }
    }

    private static ProcessStartInfo Described(string program, string[] arguments, string folder, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsSetting(string name) =>
        name.Contains("__", StringComparison.Ordinal)
        || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
        || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("OTEL_", StringComparison.Ordinal)
        || name is "DOTNET_ENVIRONMENT";
}
