using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Heartbeats;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Asking;

/// <summary>Somebody notices where requests do not reach the clinic: alerts, and the weekly mail.</summary>
internal static class AlertServices
{
    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<OutboxBacklog>();
        services.AddSingleton<UnopenedMails>();
        services.AddSingleton<LateMails>();
        services.AddSingleton(provider => new AlertSettings(TimeSpan.FromMinutes(OptionsOf(provider).LateMinutes), ZoneOf(provider)));
        services.AddSingleton<AlertText>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<AlertWatch>();
        services.AddSingleton<AlertMemory>();
        services.AddSingleton<IEnumerable<IAlertChannel>>(provider => ChannelsOf(provider).ToList());
        services.AddSingleton<AlertDesk>();
        services.AddSingleton(CreateHeartbeat);
        services.AddHostedService<AlertWorker>();
        services.AddHostedService<HeartbeatWorker>();
    }

    private static IEnumerable<IAlertChannel> ChannelsOf(IServiceProvider provider)
    {
        var options = OptionsOf(provider);
        if (options.Webhook.Length > 0)
        {
            yield return new WebhookAlertChannel(new Uri(options.Webhook), WebhookAlertChannel.UsualPatience);
        }

        if (options.Recipients.Count > 0)
        {
            var from = options.From.Length > 0 ? options.From : MailOf(provider).From;
            var sender = options.Smtp.IsConfigured ? SmtpSender.Create(options.Smtp.ToSettings()) : provider.GetRequiredService<IMailSender>();
            yield return new MailAlertChannel(sender, from, options.Recipients);
        }
    }

    private static Heartbeat CreateHeartbeat(IServiceProvider provider)
    {
        var mail = MailOf(provider);
        return new Heartbeat(
            provider.GetRequiredService<IDbContextFactory<SiteDatabase>>(), provider.GetRequiredService<OutboxBacklog>(), provider.GetRequiredService<IMailSender>(),
            new MailSettings(mail.From, mail.Recipients), provider.GetRequiredService<AlertSettings>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Heartbeat>>());
    }

    private static AlertOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<AlertOptions>>().Value;

    private static MailOptions MailOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<MailOptions>>().Value;

    private static TimeZoneInfo ZoneOf(IServiceProvider provider) =>
        TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<ContentOptions>>().Value.TimeZone);
}
