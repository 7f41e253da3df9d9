using System.CommandLine;
using System.CommandLine.Parsing;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Web.Reading;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>check</c>: prints everything that is wrong in the content, as a compiler would.</summary>
internal static class CheckCommand
{
    private const string Csv = "csv";

    private enum Report
    {
        None,

        /// <summary>Behind the problems.</summary>
        Table,

        /// <summary>Nothing but the rows, so that a program can read them.</summary>
        OnlyCsv,
    }

    public static Command Create()
    {
        var root = new Option<string?>("--content") { Description = "The content folder; by default the one the site would use." };
        var update = new Option<bool>("--update-addresses") { Description = "First adds to addresses.txt what is published now and not listed yet. Takes nothing away." };
        var report = new Option<string?>("--report")
        {
            Description = "Also prints a row for each page and article: state, review, reading grade, words and problems. With \"csv\" only these rows, as a CSV file.",
            HelpName = Csv,
            Arity = ArgumentArity.ZeroOrOne,
        };
        report.AcceptOnlyFromAmong(Csv);
        var check = new Command("check", "Checks every file of the content and exits with 1 where there is an error.") { root, update, report };
        check.SetAction((parsed, _) => parsed.UnmatchedTokens.Count > 0
            ? Task.FromResult(Usage.Refuse(parsed, parsed.UnmatchedTokens[0], "A folder is named by --content FOLDER."))
            : StartFaults.GuardAsync(() => Task.FromResult(Run(
                parsed.GetValue(root), parsed.GetValue(update), HowToReport(parsed.GetResult(report), parsed.GetValue(report)), parsed.InvocationConfiguration))));
        return check;
    }

    private static Report HowToReport(OptionResult? option, string? format) =>
        option is null ? Report.None : format == Csv ? Report.OnlyCsv : Report.Table;

    private static int Run(string? root, bool update, Report report, InvocationConfiguration console)
    {
        var library = Load(root);
        var isUpdated = !update || AddressUpdate.Run(library, report == Report.OnlyCsv ? console.Error : console.Output, console.Error);
        var errors = library.Problems.Count(problem => problem.Severity == Severity.Error);
        if (report == Report.OnlyCsv)
        {
            foreach (var line in ReportTable.Csv(library.Report()))
            {
                console.Output.Write(line + "\r\n");
            }
        }
        else
        {
            Print(library, report, errors, console.Output);
        }

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

    private static void Print(ContentLibrary library, Report report, int errors, TextWriter output)
    {
        foreach (var problem in library.Problems)
        {
            output.WriteLine(problem);
            output.WriteLine("    " + problem.Hint);
        }

        if (report == Report.Table)
        {
            output.WriteLine();
            foreach (var line in ReportTable.Aligned(library.Report()))
            {
                output.WriteLine(line);
            }

            output.WriteLine();
        }

        if (AddressUpdate.Advice(library.Addresses()) is { } advice)
        {
            output.WriteLine(advice);
        }

        output.WriteLine($"{Count(errors, "error")}, {Count(library.Problems.Count - errors, "warning")}");
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
