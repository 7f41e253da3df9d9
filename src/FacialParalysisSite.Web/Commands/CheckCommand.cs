using System.CommandLine;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Web.Reading;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>check</c>: prints everything that is wrong in the content, as a compiler would.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var root = new Option<string?>("--content") { Description = "The content folder; by default the one the site would use." };
        var update = new Option<bool>("--update-addresses") { Description = "First adds to addresses.txt what is published now and not listed yet. Takes nothing away." };
        var check = new Command("check", "Checks every file of the content and exits with 1 where there is an error.") { root, update };
        check.SetAction((parsed, _) => parsed.UnmatchedTokens.Count > 0
            ? Task.FromResult(Usage.Refuse(parsed, parsed.UnmatchedTokens[0], "A folder is named by --content FOLDER."))
            : StartFaults.GuardAsync(() => Task.FromResult(Run(parsed.GetValue(root), parsed.GetValue(update), parsed.InvocationConfiguration))));
        return check;
    }

    private static int Run(string? root, bool update, InvocationConfiguration console)
    {
        var library = Load(root);
        var isUpdated = !update || AddressUpdate.Run(library, console);
        Print(library.Problems, console.Output);
        if (AddressUpdate.Advice(library.Addresses()) is { } advice)
        {
            console.Output.WriteLine(advice);
        }

        var errors = library.Problems.Count(problem => problem.Severity == Severity.Error);
        console.Output.WriteLine($"{Count(errors, "error")}, {Count(library.Problems.Count - errors, "warning")}");
        return errors == 0 && isUpdated ? 0 : 1;
    }

    private static ContentLibrary Load(string? root)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = ApplicationFolder.Published });
        if (root is not null)
        {
            builder.Configuration["Content:Root"] = Path.GetFullPath(root);
        }

        builder.AddSettings();
        using var app = builder.Build();
        var library = new ContentLibrary(ContentServices.SettingsFrom(app.Services.GetRequiredService<IOptions<ContentOptions>>().Value), TimeProvider.System);
        library.Reload();
        return library;
    }

    private static void Print(IReadOnlyList<ContentProblem> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
            output.WriteLine("    " + problem.Hint);
        }
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
