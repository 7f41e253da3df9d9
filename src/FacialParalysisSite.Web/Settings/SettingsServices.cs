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
            .PostConfigure(options => options.Root = Resolve(options.Root));
        builder.Services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<ContentOptions>, ContentOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<DataOptions>, DataOptionsValidator>();
    }

    /// <summary>Checks every setting.</summary>
    /// <exception cref="OptionsValidationException">One cannot be used.</exception>
    /// <exception cref="AggregateException">Several cannot.</exception>
    public static void CheckSettings(this WebApplication app) => app.Services.GetRequiredService<IStartupValidator>().Validate();

    private static string Resolve(string path) => string.IsNullOrWhiteSpace(path) ? "" : ApplicationFolder.Resolve(path);
}
