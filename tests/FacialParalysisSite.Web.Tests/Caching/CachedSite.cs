using FacialParalysisSite.Web.Caching;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Caching;

/// <summary>The sample site with articles that nobody has asked for yet.</summary>
public sealed class CachedSite : SiteHost
{
    private int _asked;

    public CachedSite()
    {
        WithServices(Renders.WatchIn);
        for (var number = 0; number < 60; number++)
        {
            Content.WriteArticle($"new-{number}", published: "2027-01-01", body: string.Concat(Enumerable.Repeat("Some words that come again and again, and more than a packet of them. ", 100)));
        }
    }

    internal Renders Renders { get; } = new();

    internal PageCache Cache => Services.GetRequiredService<PageCache>();

    /// <summary>The address of an article that nobody has asked for.</summary>
    public string NextAddress() => $"/articles/new-{Interlocked.Increment(ref _asked) - 1}";
}
