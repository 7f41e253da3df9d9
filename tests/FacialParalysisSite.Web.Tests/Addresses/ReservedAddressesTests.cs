using FacialParalysisSite.Content;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Addresses;

public sealed class ReservedAddressesTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public void Reserved_OfTheSite_HasTheFirstPartOfEveryRoute()
    {
        var firsts = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/').Split('/')[0])
            .Where(first => first.Length > 0 && !first.StartsWith('{') && !first.Contains('.'))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string>(["articles", "categories", "tags", "pictures", "status", "css", "images"], StringComparer.Ordinal), firsts);
        Assert.Subset(SiteAddresses.Reserved.ToHashSet(StringComparer.Ordinal), firsts);
    }
}
