using Serilog;

namespace FacialParalysisSite.Web.Logging;

/// <summary>The log: Serilog, set up in <c>appsettings.json</c>.</summary>
internal static class LoggingServices
{
    public static void AddSiteLogging(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);

        // Where this one is listened to, the host marks everything logged within a request with its path and query, and makes
        // a trace of each: nobody is to write the one down, and nothing reads the other. The site has a log of requests itself.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.AddSingleton<RequestLines>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<RequestLines>());
    }

    public static void UseRequestLog(this WebApplication app) => app.UseMiddleware<RequestLog>();
}
