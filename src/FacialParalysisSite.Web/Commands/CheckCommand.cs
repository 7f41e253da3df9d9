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
        var check = new Command("check", "Checks every file of the content and exits with 1 where there is an error.") { root };
        check.SetAction((parsed, _) => parsed.UnmatchedTokens.Count > 0
            ? Task.FromResult(Usage.Refuse(parsed, parsed.UnmatchedTokens[0], "A folder is named by --content FOLDER."))
            : StartFaults.GuardAsync(() => Task.FromResult(Run(parsed.GetValue(root), parsed.InvocationConfiguration.Output))));
        return check;
    }

    private static int Run(string? root, TextWriter output)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = ApplicationFolder.Published });
        if (root is not null)
        {
            builder.Configuration["Content:Root"] = Path.GetFullPath(root);
        }

        builder.AddSettings();
        using var app = builder.Build();
        var options = app.Services.GetRequiredService<IOptions<ContentOptions>>().Value;
        return Print(new ContentLibrary(ContentServices.SettingsFrom(options), TimeProvider.System).Reload().Problems, output);
    }

    private static int Print(IReadOnlyList<ContentProblem> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
            output.WriteLine("    " + problem.Hint);
        }

        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        output.WriteLine($"{Count(errors, "error")}, {Count(problems.Count - errors, "warning")}");
        return errors == 0 ? 0 : 1;
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
