using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

/// <summary>Binds the settings and checks them at start.</summary>
internal static class SettingsServices
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        var isDevelopment = builder.Environment.IsDevelopment();
        builder.Services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateOnStart();
        builder.Services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section).ValidateOnStart()
            .PostConfigure(options =>
            {
                options.Root = Resolve(options.Root);
                options.ShowDrafts ??= isDevelopment;
            });
        builder.Services.AddOptions<DataOptions>().BindConfiguration(DataOptions.Section).ValidateOnStart()
            .PostConfigure(options =>
            {
                options.Root = Resolve(options.Root);
                options.Certificate = Resolve(options.Certificate);
                for (var index = 0; index < options.OldCertificates.Count; index++)
                {
                    options.OldCertificates[index] = Resolve(options.OldCertificates[index]);
                }
            });
        builder.Services.AddOptions<PictureOptions>().BindConfiguration(PictureOptions.Section);
        builder.Services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart()
            .PostConfigure(options => UseNobody(options, isDevelopment));
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateOnStart();
        builder.Services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateOnStart();
        builder.Services.AddOptions<AlertOptions>().BindConfiguration(AlertOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<ContentOptions>, ContentOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<DataOptions>, DataOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsValidator>();
        builder.Services.AddSingleton<DataFolderClaim>();
    }

    /// <summary>Checks every setting.</summary>
    /// <exception cref="OptionsValidationException">One cannot be used.</exception>
    /// <exception cref="AggregateException">Several cannot.</exception>
    public static void CheckSettings(this WebApplication app) => app.Services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>Keeps other sites from the data folder.</summary>
    /// <exception cref="OptionsValidationException">One runs on it.</exception>
    public static void ClaimDataFolder(this WebApplication app) => app.Services.GetRequiredService<DataFolderClaim>().Take();

    /// <summary>In Development mails need no true addresses: by default they end in files.</summary>
    private static void UseNobody(MailOptions options, bool isDevelopment)
    {
        if (isDevelopment)
        {
            options.From = options.From.Length == 0 ? "website@localhost" : options.From;
            options.To = options.To.Length == 0 ? "clinic@localhost" : options.To;
        }
    }

    private static string Resolve(string path) => string.IsNullOrWhiteSpace(path) ? "" : ApplicationFolder.Resolve(path);
}
