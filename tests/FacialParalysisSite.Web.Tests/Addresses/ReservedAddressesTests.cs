using FacialParalysisSite.Content;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Addresses;

public sealed class ReservedAddressesTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public void Reserved_OfTheSite_HasTheFirstPartOfEveryRoute()
    {
        var firsts = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(IsAskedFor)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/').Split('/')[0])
            .Where(first => first.Length > 0 && !first.StartsWith('{'))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string>(["articles", "categories", "tags", "pictures", "status", "css", "images", "feed.xml", "sitemap.xml", "robots.txt", ".well-known", "favicon.ico"], StringComparer.Ordinal), firsts);
        Assert.Subset(SiteAddresses.Reserved.ToHashSet(StringComparer.Ordinal), firsts);
    }

    /// <summary>A file of the site has more routes than its own: with a fingerprint, which changes, and compressed.</summary>
    private static bool IsAskedFor(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        || endpoint.RoutePattern.RawText!.Contains('/', StringComparison.Ordinal)
        || File.Exists(Path.Combine(Repository.Folder, "wwwroot", endpoint.RoutePattern.RawText));
}
