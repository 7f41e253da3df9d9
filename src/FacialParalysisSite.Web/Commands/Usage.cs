using System.CommandLine;
using System.CommandLine.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Web.Commands;

/// <summary>Refuses what a command was not made for, instead of doing something else than was meant.</summary>
internal static class Usage
{
    /// <summary>The exit code for a command that was typed wrongly.</summary>
    public const int Wrong = 2;

    /// <summary>The first word that the command does not know; null where it knows all. Settings (<c>--Data:Root=…</c>) are known.</summary>
    public static string? Surplus(ParseResult parsed) => parsed.UnmatchedTokens.FirstOrDefault(token => !IsSetting(token));

    /// <summary>The settings among the arguments. They are given to a command as to the site.</summary>
    public static string[] SettingsIn(ParseResult parsed) => [.. parsed.UnmatchedTokens.Where(IsSetting)];

    /// <summary>Says which word is not known.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="word">The word.</param>
    /// <param name="hint">What to type instead, as a sentence; said where no word that the command knows is near.</param>
    public static int Refuse(ParseResult parsed, string word, string hint)
    {
        parsed.InvocationConfiguration.Error.WriteLine($"{NameOf(parsed.CommandResult)} does not know \"{word}\". {Suggestion.For(word.Split('=')[0], WordsOf(parsed.CommandResult.Command), hint)}");
        return Wrong;
    }

    /// <summary>Makes a command that only groups others ask for one of them.</summary>
    public static void NeedOne(this Command group)
    {
        var hint = $"Its commands are: {string.Join(", ", group.Subcommands.Select(command => command.Name))}.";
        group.SetAction(parsed =>
        {
            if (Surplus(parsed) is { } word)
            {
                return Refuse(parsed, word, hint);
            }

            parsed.InvocationConfiguration.Error.WriteLine($"{group.Name} does nothing by itself. {hint}");
            return Wrong;
        });
    }

    private static IEnumerable<string> WordsOf(Command command) =>
        command.Subcommands.Concat<Symbol>(command.Options).Select(word => word.Name);

    /// <summary>As it was typed: <c>requests list</c>.</summary>
    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult { Parent: not null } group ? $"{NameOf(group)} {command.Command.Name}" : command.Command.Name;

    private static bool IsSetting(string token) =>
        token.StartsWith("--", StringComparison.Ordinal) && token.Split('=', 2) is [var name, _] && name.Contains(':', StringComparison.Ordinal);
}
