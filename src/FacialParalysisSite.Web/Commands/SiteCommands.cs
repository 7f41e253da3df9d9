using System.CommandLine;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Web.Settings;

namespace FacialParalysisSite.Web.Commands;

/// <summary>What the program can be told to do. Without a command it serves the site.</summary>
internal static class SiteCommands
{
    /// <summary>Runs what the arguments say.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="runSite">Serves the site until it is told to stop.</param>
    /// <returns>The exit code: 0 for success.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> runSite)
    {
        // Settings may be given as arguments (--Site:BaseUrl=…), and the host reads those itself.
        var root = new RootCommand("The website of The Facial Paralysis Institute. Without a command it serves the site.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(MailCommand.Create());
        root.Subcommands.Add(RequestsCommand.Create());
        root.SetAction((_, _) => IsMistyped(args) ? Refuse(args[0], root) : StartFaults.GuardAsync(() => runSite(args)));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed);
        }

        // The host itself ends in order when it is told to stop; the parser would cut it off after two seconds.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static bool IsMistyped(string[] args) => args.Length > 0 && !args[0].StartsWith('-');

    private static Task<int> Refuse(string command, RootCommand root)
    {
        var hint = Suggestion.For(command, root.Subcommands.Select(known => known.Name), "The commands are listed by --help.");
        Console.Error.WriteLine($"There is no command \"{command}\". {hint}");
        return Task.FromResult(Usage.Wrong);
    }

    private static int Refuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        return Usage.Wrong;
    }
}
