using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Reading;

namespace FacialParalysisSite.Web.Starting;

/// <summary>The start: the first page before everything else.</summary>
internal static class StartServices
{
    /// <summary>All that works beside the answers. Belongs last: several parts of the framework bring what it takes out.</summary>
    public static void AddWorkers(this IServiceCollection services)
    {
        services.AddSingleton<QuietStart>();
        services.AddContentWorkers();
        services.AddConsultationWorkers();
        services.AddAlerts();

        // It reads the keys of form tokens, and so opens the database, before the site listens. DatabaseOpener does both a moment later.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
    }

    /// <summary>Notes when the first answer has been given. Belongs last, so that an answer from memory costs nothing here.</summary>
    public static void UseQuietStart(this WebApplication app)
    {
        var quiet = app.Services.GetRequiredService<QuietStart>();
        app.Use((context, next) =>
        {
            if (!quiet.IsOver)
            {
                context.Response.OnCompleted(() =>
                {
                    quiet.End();
                    return Task.CompletedTask;
                });
            }

            return next(context);
        });
    }
}
