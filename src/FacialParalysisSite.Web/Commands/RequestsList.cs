using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FacialParalysisSite.Consultations.Requests;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>requests list</c>: which requests there are, and how far their mails have come.</summary>
internal static class RequestsList
{
    private const int UsualLimit = 50;

    public static Command Create()
    {
        var onlyWaiting = new Option<bool>("--waiting") { Description = "Only requests of which a mail to the clinic has not been sent." };
        var limit = new Option<int>("--limit")
        {
            Description = "How many at most.",
            HelpName = "NUMBER",
            CustomParser = ParseLimit,
            DefaultValueFactory = _ => UsualLimit,
        };
        var list = new Command("list", "Lists requests, the newest first, and how far their mails have come. Shows nothing that patients wrote.")
        {
            onlyWaiting,
            limit,
        };
        list.SetAction((parsed, services) => RequestsDatabase.UseAsync(services, parsed.InvocationConfiguration,
            () => ListAsync(parsed.GetValue(onlyWaiting), parsed.GetValue(limit), services, parsed.InvocationConfiguration.Output),
            file => SayNothingIsThere(file, parsed.InvocationConfiguration.Error)));
        return list;
    }

    private static int ParseLimit(ArgumentResult argument)
    {
        if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
        {
            return limit;
        }

        argument.AddError($"--limit is \"{argument.Tokens[0].Value}\", which is not a number from 1.");
        return 0;
    }

    /// <summary>It is more likely the wrong folder than a new site, and must not look as if nobody had asked.</summary>
    private static int SayNothingIsThere(string file, TextWriter error)
    {
        error.WriteLine($"There is nothing to list: there is no database {file}. If the site keeps it elsewhere, give this the same Data:Root.");
        return 1;
    }

    private static async Task<int> ListAsync(bool onlyWaiting, int limit, IServiceProvider services, TextWriter output)
    {
        var page = await services.GetRequiredService<RequestLedger>().ListAsync(onlyWaiting, limit);
        var lines = RequestLines.For(services);
        foreach (var line in page.Entries.SelectMany(lines.Of))
        {
            output.WriteLine(line);
        }

        output.WriteLine(Summary(page, onlyWaiting));
        return 0;
    }

    private static string Summary(LedgerPage page, bool onlyWaiting) => page switch
    {
        { Total: 0 } => onlyWaiting ? "No request waits: every mail to the clinic has been sent." : "There are no requests yet.",
        _ when page.Entries.Count < page.Total =>
            $"The newest {page.Entries.Count} of {Count(page.Total)}{Ending(onlyWaiting)}. --limit {page.Total} lists all.",
        _ => $"{Count(page.Total)}{Ending(onlyWaiting)}.",
    };

    private static string Count(int number) => number == 1 ? "1 request" : $"{number} requests";

    private static string Ending(bool onlyWaiting) => onlyWaiting ? " with a mail to the clinic that has not been sent" : "";
}
