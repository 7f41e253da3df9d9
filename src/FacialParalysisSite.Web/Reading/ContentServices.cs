using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Reading;

/// <summary>The content: the library, the search, one catalog for each request, and the workers that keep them current and safe.</summary>
internal static class ContentServices
{
    /// <summary>Everything that reading needs, for the site as well as for its commands.</summary>
    public static void AddContent(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ContentLibrary(
            SettingsFrom(provider.GetRequiredService<IOptions<ContentOptions>>().Value) with
            {
                Store = provider.GetRequiredService<IOptions<DataOptions>>().Value.ContentStore,
                Pictures = provider.GetRequiredService<IOptions<DataOptions>>().Value.Pictures,
            },
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SearchIndex>();

        // One request sees one catalog, whatever is edited meanwhile.
        services.AddScoped(provider => provider.GetRequiredService<ContentLibrary>().Current);
    }

    /// <summary>What only the running site needs: the workers that keep the content current and safe.</summary>
    public static void AddContentWorkers(this IServiceCollection services)
    {
        services.AddSingleton<ContentReloader>();
        services.AddHostedService<ContentWatcher>();
        services.AddHostedService<ContentKeeper>();
        services.AddHostedService<SearchUpdater>();
        services.AddHostedService<WordChecker>();
    }

    /// <summary>The settings without a store: what is wrong on the disk shows as it is.</summary>
    public static ContentSettings SettingsFrom(ContentOptions options) =>
        new(options.Root, TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone), options.RequireReview, options.ShowDrafts == true);

    /// <summary>
    /// Loads the content before the first request. In place of a faulty file its last good version is used, where there
    /// is one; the log names the file. What no page depends on is looked for after the first answer: <see cref="WordChecker"/>.
    /// </summary>
    /// <returns>Whether there is anything to serve.</returns>
    public static bool LoadContent(this WebApplication app)
    {
        var problems = app.Services.GetRequiredService<ContentReloader>().Reload(checksWords: false);
        if (app.Services.GetRequiredService<ContentLibrary>().IsReady)
        {
            return true;
        }

        Console.Error.WriteLine("The site cannot start: Content:Root has no clinic.yml from which the name and the telephone of the clinic can be read.");
        foreach (var problem in problems.Where(problem => problem.File == "clinic.yml" && problem.Severity == Severity.Error))
        {
            Console.Error.WriteLine($"  {problem} {problem.Hint}");
        }

        return false;
    }
}
