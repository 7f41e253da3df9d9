using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Web.Caching;

/// <summary>Pages are made once for each catalog and sent from memory.</summary>
internal static class CachingServices
{
    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PageCache(provider.GetRequiredService<ContentLibrary>()));
        services.AddHostedService<PageImprover>();
    }

    /// <summary>As early as can be: whatever stands before it works at every request.</summary>
    public static void UsePageCache(this WebApplication app) => app.UseMiddleware<CachedPages>();
}
