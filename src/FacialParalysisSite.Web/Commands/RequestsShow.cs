using System.CommandLine;
using FacialParalysisSite.Consultations.Requests;

namespace FacialParalysisSite.Web.Commands;

/// <summary>
/// <c>requests show</c>: everything about one request. What the patient wrote goes to the standard output and nowhere
/// else, because the operator asked for it: the clinic may need it while no mail goes through.
/// </summary>
internal static class RequestsShow
{
    public static Command Create()
    {
        var reference = RequestsCommand.ReferenceArgument();
        var show = new Command("show", "Shows everything that a patient wrote, as the mails to the clinic say it, and how far the mails have come.")
        {
            reference,
        };
        show.SetAction((parsed, services) =>
        {
            var (wanted, console) = (parsed.GetRequiredValue(reference), parsed.InvocationConfiguration);
            return RequestsDatabase.UseAsync(services, console, () => ShowAsync(wanted, services, console), _ => RequestsCommand.Unknown(wanted, console));
        });
        return show;
    }

    private static async Task<int> ShowAsync(Reference reference, IServiceProvider services, InvocationConfiguration console)
    {
        if (await services.GetRequiredService<RequestLedger>().FindAsync(reference) is not { } file)
        {
            return RequestsCommand.Unknown(reference, console);
        }

        foreach (var line in RequestLines.For(services).Of(file.Entry))
        {
            console.Output.WriteLine(line);
        }

        if (file.Unopened > 0)
        {
            console.Error.WriteLine($"{reference}: {RequestsCommand.CannotBeOpened}");
        }

        foreach (var text in file.Texts)
        {
            console.Output.WriteLine();
            console.Output.WriteLine(new string('-', 72));
            console.Output.WriteLine(ForTerminal(text).Trim('\n'));
        }

        return file.Unopened == 0 ? 0 : 1;
    }

    /// <summary>
    /// Without what terminals obey: control characters, and marks that turn the direction of what follows. The isolates
    /// stay; each ends in its line.
    /// </summary>
    private static string ForTerminal(string text) =>
        string.Concat(text.Where(letter => letter == '\n' || (!char.IsControl(letter) && letter is not (>= '\u202a' and <= '\u202e'))));
}
