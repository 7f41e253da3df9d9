using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

public sealed class ObservatoryTests(ObservatoryTests.SecureSite site) : IClassFixture<ObservatoryTests.SecureSite>
{
    /// <summary>What the best sites have there; its A+ begins at 100.</summary>
    private const int Wanted = 125;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData(SampleContent.Full, HttpStatusCode.OK)]
    [InlineData("/articles", HttpStatusCode.OK)]
    [InlineData("/categories/treatments", HttpStatusCode.OK)]
    [InlineData("/contact", HttpStatusCode.OK)]
    [InlineData("/search?q=muscles", HttpStatusCode.OK)]
    [InlineData("/consultation", HttpStatusCode.OK)]
    [InlineData("/consultation/received?reference=FP-4KX7-9M2R", HttpStatusCode.OK)]
    [InlineData("/feed.xml", HttpStatusCode.OK)]
    [InlineData("/css/site.css", HttpStatusCode.OK)]
    [InlineData(SampleContent.Picture, HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    [InlineData(NetworkSite.Expired, HttpStatusCode.Gone)]
    [InlineData(TestAddresses.Failing, HttpStatusCode.InternalServerError)]
    public async Task Get_EveryKindOfPage_ScoresAsTheBestDo(string address, HttpStatusCode status)
    {
        var answer = await site.GetAsync(address);

        Assert.Equal(status, answer.Status);
        Assert.InRange(Observatory.ScoreOf(answer), Wanted, 200);
    }

    [Theory]
    [InlineData("Content-Security-Policy", "default-src 'self' 'unsafe-inline'")]
    [InlineData("Strict-Transport-Security", "max-age=3600")]
    [InlineData("X-Content-Type-Options", "")]
    [InlineData("Set-Cookie", "a=b; path=/; HttpOnly")]
    [InlineData("Set-Cookie", "a=b; path=/; Secure")]
    public async Task Score_OfAnAnswerWithAFault_IsLower(string header, string value)
    {
        var answer = await site.GetAsync("/");

        Assert.True(Observatory.ScoreOf(answer with { Headers = new Dictionary<string, string>(answer.Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } }) < Observatory.ScoreOf(answer));
    }

    public sealed class SecureSite : SiteHost
    {
        public SecureSite()
        {
            With("Site:BaseUrl", SecureBase);
            Content.WriteArticle("last-years-offer", "expires: 2029-01-01");
        }
    }
}
