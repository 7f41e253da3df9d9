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
    }

    public static void UseRequestLog(this WebApplication app) => app.UseMiddleware<RequestLog>();
}
