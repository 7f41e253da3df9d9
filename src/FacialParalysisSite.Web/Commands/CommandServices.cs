using System.CommandLine;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Reading;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Commands;

/// <summary>The site's settings and services for a command: nothing is served, no worker is started, nothing is logged.</summary>
internal static class CommandServices
{
    /// <summary>Runs what a command does, once it is clear that nothing was mistyped.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">What it does; gives the exit code.</param>
    public static void SetAction(this Command command, Func<ParseResult, IServiceProvider, Task<int>> run) =>
        command.SetAction((parsed, _) => Usage.Surplus(parsed) is { } word
            ? Task.FromResult(Usage.Refuse(parsed, word, "Its --help tells what it takes."))
            : StartFaults.GuardAsync(() => RunAsync(parsed, run)));

    private static async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, IServiceProvider, Task<int>> run)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = Usage.SettingsIn(parsed),
            ContentRootPath = ApplicationFolder.Published,
        });
        builder.Logging.ClearProviders();
        builder.AddSettings();
        CheckOnlyWhatIsUsed(builder.Services);
        builder.Services.AddContent();
        builder.Services.AddConsultations();
        builder.Services.AddSingleton<RequestLedger>();
        builder.Services.AddSingleton<OutboxResend>();
        builder.Services.AddSingleton<RequestExport>();
        builder.Services.AddSingleton<RequestPurge>();
        await using var app = builder.Build();
        return await run(parsed, app.Services);
    }

    /// <summary>
    /// A command must work where the site cannot start, because patients may be waiting in the database. And the site's
    /// check of Data:Root makes the folder, which would then belong to whoever ran the command.
    /// </summary>
    private static void CheckOnlyWhatIsUsed(IServiceCollection services)
    {
        services.RemoveAll<IValidateOptions<DataOptions>>();
        services.AddOptions<DataOptions>().Validate(options => options.Root.Length > 0, "Data:Root is empty. Set it to the folder that the site uses.");
        services.RemoveAll<IValidateOptions<ContentOptions>>();
        services.AddOptions<ContentOptions>().Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _),
            "Content:TimeZone is not a time zone such as America/Los_Angeles.");
    }
}
