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

    /// <summary>Checks every setting and prints a sentence for each that cannot be used.</summary>
    /// <returns>Whether the site can start.</returns>
    public static bool CheckSettings(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return true;
        }
        catch (OptionsValidationException fault)
        {
            Print(fault.Failures);
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(fault => fault is OptionsValidationException))
        {
            Print(faults.InnerExceptions.Cast<OptionsValidationException>().SelectMany(fault => fault.Failures));
        }
        catch (InvalidOperationException fault) when (fault.Source == "Microsoft.Extensions.Configuration.Binder")
        {
            // Its message names the setting and the value, such as a word where true or false is asked for.
            Print([fault.Message]);
        }

        return false;
    }

    private static void Print(IEnumerable<string> sentences)
    {
        Console.Error.WriteLine("The site cannot start:");
        foreach (var sentence in sentences)
        {
            Console.Error.WriteLine("  " + sentence);
        }
    }

    private static string Resolve(string path) => string.IsNullOrWhiteSpace(path) ? "" : ApplicationFolder.Resolve(path);
}
