using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Machines;

/// <summary>RFC 9116.</summary>
public sealed class SecurityFileTests
{
    private const string Address = "/.well-known/security.txt";

    [Theory]
    [InlineData("(310) 555-0142", "tel:+13105550142")]
    [InlineData("desk@clinic.example", "mailto:desk@clinic.example")]
    [InlineData("https://clinic.example/faults", "https://clinic.example/faults")]
    public async Task Get_SecurityTxt_NamesWhomStaffNameUntilTheEndOfTheirDay(string contact, string address)
    {
        using var site = Site(contact, SiteHost.SecureBase);

        var answer = await site.GetAsync(Address);

        Assert.Equal("text/plain; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal($"Contact: {address}\nExpires: 2030-07-02T07:00:00Z\nPreferred-Languages: en\nCanonical: https://clinic.example/.well-known/security.txt\n", answer.Text);
    }

    [Fact]
    public async Task Get_SecurityTxtOfASiteWithoutHttps_HasNoAddressOfItsOwn()
    {
        using var site = Site("desk@clinic.example");

        Assert.Equal("Contact: mailto:desk@clinic.example\nExpires: 2030-07-02T07:00:00Z\nPreferred-Languages: en\n", (await site.GetAsync(Address)).Text);
    }

    [Fact]
    public async Task Get_SecurityTxt_NeverRenewsItselfAndIsGoneWhenItsDayIsOver()
    {
        using var site = Site("desk@clinic.example");
        var before = (await site.GetAsync(Address)).Text;

        site.Clock.Now = new DateTimeOffset(2030, 7, 2, 6, 59, 59, TimeSpan.Zero);
        Assert.Equal(before, (await site.GetAsync(Address)).Text);

        site.Clock.Now = site.Clock.Now.AddSeconds(1);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(Address)).Status);
    }

    [Fact]
    public async Task Get_SecurityTxtOfASiteThatNamesNobody_IsNotFound()
    {
        using var site = new SiteHost();

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(Address)).Status);
    }

    private static SiteHost Site(string contact, string origin = SiteHost.PlainBase)
    {
        var site = new SiteHost().With("Site:BaseUrl", origin);
        File.AppendAllText(site.Content.PathOf("clinic.yml"), $"\nsecurity:\n  contact: \"{contact}\"\n  until: 2030-07-01\n");
        return site;
    }
}
