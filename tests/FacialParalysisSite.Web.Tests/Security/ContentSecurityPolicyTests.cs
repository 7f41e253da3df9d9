using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

public sealed class ContentSecurityPolicyTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Pages_UnderThePolicy_HaveNothingThatItWouldBlock()
    {
        foreach (var address in SampleContent.Addresses.Append("/nothing-here").Append(TestAddresses.Failing))
        {
            var page = (await site.GetAsync(address)).Page;

            Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src], [type='application/ld+json']), iframe, object, embed, base"));
            Assert.DoesNotContain(page.QuerySelectorAll("*"), element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
            Assert.All(page.QuerySelectorAll("img, script[src], link[rel=stylesheet], link[rel=icon]"),
                element => Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
        }
    }
}
