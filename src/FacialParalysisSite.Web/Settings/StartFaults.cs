using FacialParalysisSite.Web.Assets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

/// <summary>Says in a sentence why the program cannot start, where a setting or the machine is the reason.</summary>
internal static class StartFaults
{
    /// <summary>Libraries that read settings and whose exceptions name the setting and what is wrong with it.</summary>
    private static readonly string[] ReadersOfSettings = ["Microsoft.Extensions.Configuration.Binder", "Serilog.Settings.Configuration"];

    /// <summary>Runs the program.</summary>
    /// <returns>Its exit code, or 1 where it could not start.</returns>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (Sentences(fault) is { } sentences)
        {
            await Console.Error.WriteLineAsync("The site cannot start:");
            foreach (var sentence in sentences)
            {
                await Console.Error.WriteLineAsync("  " + sentence);
            }

            return 1;
        }
    }

    /// <summary>What to print, or null for a fault of the program itself, which needs its stack trace.</summary>
    private static IEnumerable<string>? Sentences(Exception fault) => fault switch
    {
        OptionsValidationException options => options.Failures,
        AggregateException { InnerExceptions: var all } when all.All(one => one is OptionsValidationException) =>
            all.Cast<OptionsValidationException>().SelectMany(one => one.Failures),
        MissingAssetsException => [fault.Message],
        InvalidOperationException when ReadersOfSettings.Contains(fault.Source, StringComparer.Ordinal) => [fault.Message],
        FormatException when fault.StackTrace?.Contains("BindingAddress", StringComparison.Ordinal) == true =>
            [$"ASPNETCORE_URLS: {fault.Message}. Write addresses such as http://127.0.0.1:8080."],
        IOException { InnerException: AddressInUseException } => [fault.Message + " Stop the other program, or set ASPNETCORE_URLS to another port."],
        _ => null,
    };
}
