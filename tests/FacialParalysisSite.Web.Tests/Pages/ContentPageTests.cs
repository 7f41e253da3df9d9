using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

public sealed class ContentPageTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Get_APageWithPeople_ShowsThem()
    {
        var people = (await site.GetAsync("/first-visit")).Page.QuerySelectorAll(".person h2").Select(heading => heading.TextContent);

        Assert.Equal(["Rita Reviewer, MD"], people);
    }

    [Fact]
    public async Task Get_APageWithAPlaceholder_ShowsThePhoneAsALink()
    {
        var link = (await site.GetAsync("/contact")).Page.QuerySelector(".prose a")!;

        Assert.Equal("tel:+13105550142", link.GetAttribute("href"));
        Assert.Equal(SampleContent.Phone, link.TextContent);
    }

    [Theory]
    [InlineData("/contact", true)]
    [InlineData("/privacy", false)]
    public async Task Get_APage_HasTheEmergencyLineOnlyWhereItIsUrgent(string address, bool isUrgent) =>
        Assert.Equal(isUrgent, (await site.GetAsync(address)).Page.QuerySelector("[aria-label=Emergency]") is not null);

    [Fact]
    public async Task Menus_OfEveryPage_HavePublishedPagesInTheirOrder()
    {
        var page = (await site.GetAsync("/privacy")).Page;

        Assert.Equal(["/articles", "/consultation", "/first-visit", "/contact"], page.QuerySelectorAll("nav[aria-label=Main] a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/privacy"], page.QuerySelectorAll("nav[aria-label='About this site'] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Footer_WithFactsFilledIn_ShowsThemAndOtherwiseNot()
    {
        using var filled = new SiteHost();
        filled.Content.Write("clinic.yml", File.ReadAllText(filled.Content.PathOf("clinic.yml")) + """

            address: "1 Sample Street"
            hours: "Monday to Friday"
            email: "office@clinic.example"
            social:
              - name: "A service"
                url: "https://example.org/the-clinic"
            """);

        var with = (await filled.GetAsync("/")).Page.QuerySelector("footer")!;
        var without = (await site.GetAsync("/")).Page.QuerySelector("footer")!;

        Assert.Contains("1 Sample Street", with.TextContent, StringComparison.Ordinal);
        Assert.Contains("Monday to Friday", with.TextContent, StringComparison.Ordinal);
        Assert.Equal("mailto:office@clinic.example", with.QuerySelector("a[href^=mailto]")!.GetAttribute("href"));
        Assert.Equal("A service", with.QuerySelector("a[href='https://example.org/the-clinic']")!.TextContent);
        Assert.Null(without.QuerySelector("a[href^=mailto]"));
        Assert.Equal(1, without.QuerySelectorAll(".foot__who p").Length);
    }
}
