using System.CommandLine;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>backup</c>: copies the database, also while the site runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var copy = new Argument<string>("FILE") { Description = "The file to make. One that is there is not overwritten." };
        var backup = new Command("backup", "Copies the database with all requests, while the site runs, and checks the copy. It holds what patients wrote.") { copy };
        backup.SetAction((parsed, services) =>
        {
            var (console, file) = (parsed.InvocationConfiguration, Path.GetFullPath(parsed.GetRequiredValue(copy)));
            return RequestsDatabase.UseAsync(services, console, () => Task.FromResult(Copy(file, services, console)), database =>
            {
                console.Error.WriteLine($"There is nothing to copy: there is no database {database}. If the site keeps it elsewhere, give this the same Data:Root.");
                return 1;
            });
        });
        return backup;
    }

    private static int Copy(string file, IServiceProvider services, InvocationConfiguration console)
    {
        var data = services.GetRequiredService<IOptions<DataOptions>>().Value;
        try
        {
            DatabaseBackup.Copy(data.DatabaseFile, file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(fault.Message);
            return 1;
        }

        console.Output.WriteLine($"{file} is a whole copy of the database, and only its owner may read it. Keep it as you keep patient files.");
        console.Output.WriteLine(data.Certificate.Length > 0
            ? "Keep Data:Certificate and its password elsewhere: without them nobody can read what patients wrote, with them and the copy anybody can."
            : "What patients wrote stands in it in plain words, because no certificate is set (Data:Certificate).");
        return 0;
    }
}
