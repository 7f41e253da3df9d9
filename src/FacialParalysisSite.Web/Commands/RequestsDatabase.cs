using System.CommandLine;
using System.Text.Json;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Commands;

/// <summary>The database as a command finds it: perhaps not there yet, locked or damaged.</summary>
internal static class RequestsDatabase
{
    /// <summary>Does something with the database where there is one. None is made.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="console">Where faults are told.</param>
    /// <param name="use">What is done; gives the exit code.</param>
    /// <param name="ifMissing">What is done where no database is there yet. It is given the path at which none is.</param>
    public static async Task<int> UseAsync(IServiceProvider services, InvocationConfiguration console, Func<Task<int>> use, Func<string, int> ifMissing)
    {
        var file = services.GetRequiredService<IOptions<DataOptions>>().Value.DatabaseFile;
        try
        {
            return IsThere(file) || new DatabaseMarker(DatabaseFiles.Resolve(file)).IsSet ? await use() : ifMissing(file);
        }
        catch (Exception fault) when (fault.IsOfStorage() || fault is JsonException)
        {
            console.Error.WriteLine($"The database {file} cannot be used: {fault.GetBaseException().Message}");
            console.Error.WriteLine(
                "If it is locked, another program holds it: try again in a minute. If it may not be opened, run this as the user of the site. "
                + "If it is damaged, leave it as it is, stop the site and bring back the last backup.");
            return 1;
        }
    }

    /// <exception cref="UnauthorizedAccessException">Whether it is there may not be known: that is not to be told as "no requests".</exception>
    private static bool IsThere(string file)
    {
        try
        {
            File.GetAttributes(file);
            return true;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
}
