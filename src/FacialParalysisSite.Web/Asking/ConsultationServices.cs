using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Web.Security;
using FacialParalysisSite.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Asking;

/// <summary>Consultation requests: from the form into the database, and from there to the clinic.</summary>
internal static class ConsultationServices
{
    /// <summary>Everything that requests need, for the site as well as for its commands.</summary>
    public static void AddConsultations(this IServiceCollection services)
    {
        services.AddSingleton<Harms>();
        services.AddSingleton(provider => new SiteDatabases(DataOf(provider).DatabaseFile, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Harms>()));
        services.AddSingleton<IDbContextFactory<SiteDatabase>>(provider => provider.GetRequiredService<SiteDatabases>());
        services.AddSingleton<PayloadKeys>();
        services.AddSingleton(provider => new PayloadSeal(provider.GetRequiredService<PayloadKeys>().Protector));
        services.AddSingleton(CreateRoom);
        services.AddSingleton<ConsultationFormValidator>();
        services.AddSingleton<ConsultationMeter>();
        services.AddSingleton<ConsultationDesk>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxPulse>();
        services.AddSingleton(provider => new DigestPolicy(provider.GetRequiredService<IOptions<LimitOptions>>().Value.Mails));
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton(CreateComposer);
        services.AddSingleton(CreateSender);
    }

    /// <summary>What only the running site needs: the workers that send the mails and look after the database and its folder, and the limit for each client.</summary>
    public static void AddConsultationWorkers(this IServiceCollection services)
    {
        services.AddSingleton<ClockTrust>();
        services.AddSingleton<UpkeepPulse>();
        services.AddSingleton(provider => new PayloadRetention(provider.GetRequiredService<IDbContextFactory<SiteDatabase>>(),
            provider.GetRequiredService<PayloadSeal>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ClockTrust>(), DataOf(provider).KeepDelivered));
        services.AddSingleton<ClientLimit>();
        services.AddSingleton<DatabaseOpener>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseOpener>());
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<UpkeepWorker>();
        services.AddHostedService<DataFolderWorker>();
    }

    /// <summary>Says in the log what an operator may have forgotten to set.</summary>
    public static void WarnOfRisks(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILogger<SiteDatabase>>();
        if (!app.Services.GetRequiredService<IOptions<SmtpOptions>>().Value.IsConfigured)
        {
            log.LogWarning("No mail server is set (Smtp:Host). Mails are written to {Folder}", DataOf(app.Services).PickupFolder);
        }

        WarnOfCertificate(app, log);
    }

    private static StorageRoom CreateRoom(IServiceProvider provider)
    {
        var limits = provider.GetRequiredService<IOptions<LimitOptions>>().Value;
        return new StorageRoom(
            provider.GetRequiredService<IDbContextFactory<SiteDatabase>>(), DataOf(provider).DatabaseFile,
            new RoomLimits(limits.FreeMegabytes * RoomLimits.Megabyte, limits.DatabaseMegabytes * RoomLimits.Megabyte));
    }

    private static void WarnOfCertificate(WebApplication app, ILogger log)
    {
        using var certificates = SealCertificates.Load(DataOf(app.Services));
        if (certificates.Current is null && app.Environment.IsProduction())
        {
            log.LogWarning("No certificate is set (Data:Certificate). What people write lies in the database in plain words until it is wiped");
        }
        else if (certificates.Current?.NotAfter is { } end && end.ToUniversalTime() < app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime)
        {
            log.LogWarning("The certificate that seals what people write was valid until {End:yyyy-MM-dd}. It goes on sealing and opening", end);
        }
    }

    private static MailComposer CreateComposer(IServiceProvider provider)
    {
        var mail = provider.GetRequiredService<IOptions<MailOptions>>().Value;
        var library = provider.GetRequiredService<ContentLibrary>();
        return new MailComposer(new MailSettings(mail.From, mail.Recipients), () => ContactOf(library.Current.Clinic));
    }

    private static ClinicContact ContactOf(Clinic clinic) => new(clinic.Name, clinic.Phone.Text, clinic.ReplyTime);

    private static IMailSender CreateSender(IServiceProvider provider)
    {
        var smtp = provider.GetRequiredService<IOptions<SmtpOptions>>().Value;
        return smtp.IsConfigured ? SmtpSender.Create(smtp.ToSettings()) : new PickupFolderSender(DataOf(provider).PickupFolder);
    }

    private static DataOptions DataOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<DataOptions>>().Value;
}
