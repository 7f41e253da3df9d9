using System.Globalization;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Machines;

/// <summary>RFC 9116.</summary>
public sealed class SecurityFileTests
{
    private const string Address = "/.well-known/security.txt";

    [Fact]
    public async Task Get_SecurityTxt_NamesTheWaysThatTheClinicHasPublished()
    {
        using var site = new SiteHost().With("Site:BaseUrl", SiteHost.SecureBase);

        var answer = await site.GetAsync(Address);

        Assert.Equal("text/plain; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("Contact: tel:+13105550142\nExpires: 2030-07-14T00:00:00Z\nPreferred-Languages: en\nCanonical: https://clinic.example/.well-known/security.txt\n", answer.Text);
    }

    [Fact]
    public async Task Get_SecurityTxtOfAClinicWithAnEMailAddress_NamesItFirst()
    {
        using var site = new SiteHost();
        File.AppendAllText(site.Content.PathOf("clinic.yml"), "\nemail: \"desk@clinic.example\"\n");

        Assert.StartsWith("Contact: mailto:desk@clinic.example\nContact: tel:+13105550142\n", (await site.GetAsync(Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SecurityTxtOnAnyDay_ExpiresLaterAndWithinAYear()
    {
        using var site = new SiteHost();
        for (var days = 0; days <= 1500; days += 100)
        {
            site.Clock.Now = FakeClock.Start.AddDays(days);

            // Section 2.5: contact once or more; expires once, a time of RFC 3339, advisably within a year; canonical an address.
            var fields = (await site.GetAsync(Address)).Text.TrimEnd('\n').Split('\n').Select(line => line.Split(": ", 2)).ToLookup(field => field[0], field => field[1], StringComparer.Ordinal);
            Assert.NotEmpty(fields["Contact"]);
            var expires = DateTimeOffset.ParseExact(Assert.Single(fields["Expires"]), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            Assert.InRange(expires, site.Clock.Now.AddDays(100), site.Clock.Now.AddDays(364));
        }
    }
}
