using System.CommandLine;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>requests export</c>: everything that is kept of one request, for a person who asks for it.</summary>
internal static class RequestsExport
{
    public static Command Create()
    {
        var reference = RequestsCommand.ReferenceArgument();
        var target = new Argument<string?>("FILE") { Description = "The file to make; without it the terminal.", Arity = ArgumentArity.ZeroOrOne };
        var export = new Command("export", "Writes out, as JSON, everything that is kept of one request, and notes in the audit that it was.") { reference, target };
        export.SetAction((parsed, services) =>
        {
            var (wanted, console) = (parsed.GetRequiredValue(reference), parsed.InvocationConfiguration);
            var file = parsed.GetValue(target) is { } path ? Path.GetFullPath(path) : null;
            return RequestsDatabase.UseAsync(services, console, () => ExportAsync(wanted, file, services, console), _ => RequestsCommand.Unknown(wanted, console));
        });
        return export;
    }

    private static async Task<int> ExportAsync(Reference reference, string? file, IServiceProvider services, InvocationConfiguration console)
    {
        if (Path.Exists(file))
        {
            console.Error.WriteLine($"{file} is there already. Nothing is overwritten; give another name.");
            return 1;
        }

        try
        {
            if (await services.GetRequiredService<RequestExport>().ExportAsync(reference) is not { } json)
            {
                return RequestsCommand.Unknown(reference, console);
            }

            return file is null ? Print(json, console) : await WriteAsync(json, file, reference, console);
        }
        catch (UnopenedException)
        {
            console.Error.WriteLine($"{reference}: {RequestsCommand.CannotBeOpened}");
            return 1;
        }
    }

    private static int Print(string json, InvocationConfiguration console)
    {
        console.Output.WriteLine(json);
        return 0;
    }

    private static async Task<int> WriteAsync(string json, string file, Reference reference, InvocationConfiguration console)
    {
        try
        {
            await WholeFile.WriteAsync(file, writer => writer.WriteLineAsync(json));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{reference} could not be written to {file}: {fault.Message}");
            return 1;
        }

        console.Output.WriteLine($"{file} has everything that is kept of {reference}, and only its owner may read it.");
        return 0;
    }
}
