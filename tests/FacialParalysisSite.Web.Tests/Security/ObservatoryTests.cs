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
    [InlineData("/feed.json", HttpStatusCode.OK)]
    [InlineData("/sitemap.xml", HttpStatusCode.OK)]
    [InlineData("/robots.txt", HttpStatusCode.OK)]
    [InlineData("/css/site.css", HttpStatusCode.OK)]
    [InlineData("/Articles/", HttpStatusCode.MovedPermanently)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    [InlineData(NetworkSite.Expired, HttpStatusCode.Gone)]
    [InlineData(TestAddresses.Failing, HttpStatusCode.InternalServerError)]
    public async Task Get_EveryKindOfPage_ScoresAsTheBestDo(string address, HttpStatusCode status)
    {
        var answer = await AskAsync(address);

        Assert.Equal(status, answer.Status);
        Assert.Empty(answer.Page.QuerySelectorAll("meta[http-equiv]"));
        Assert.InRange(Observatory.ScoreOf(answer), Wanted, 200);
    }

    /// <summary>Ten less than a page: feeds and cards offer them to other sites, which must be able to show them.</summary>
    [Theory]
    [InlineData(SampleContent.Picture)]
    [InlineData("/images/icon-512.png")]
    [InlineData("/images/cards/default.png")]
    public async Task Get_WhatOtherSitesMayShow_ScoresLessForThatAlone(string address)
    {
        Assert.Equal(130, Observatory.ScoreOf(await AskAsync(address)));
        Assert.Equal(140, Observatory.ScoreOf(await AskAsync("/")));
    }

    [Theory]
    [InlineData("/css/site.css", "If-None-Match", "ETag")]
    [InlineData("/feed.xml", "If-None-Match", "ETag")]
    [InlineData(SampleContent.Picture, "If-Modified-Since", "Last-Modified")]
    public async Task Get_WhatTheBrowserHas_ScoresAsTheBestDo(string address, string question, string known)
    {
        var first = await AskAsync(address);

        var again = await AskAsync(address, (question, first.Header(known)!));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.InRange(Observatory.ScoreOf(again), Wanted, 200);
    }

    /// <summary>That of a form is five higher for its cookie, which is as it should be.</summary>
    [Fact]
    public async Task Get_TheForm_ScoresMoreForItsCookie() => Assert.Equal(145, Observatory.ScoreOf(await AskAsync("/consultation")));

    /// <summary>From the 140 points of a page; below 90 nothing is added any more.</summary>
    [Theory]
    [InlineData("Content-Security-Policy", "", 55)]
    [InlineData("Content-Security-Policy", "default-src 'none'; default-src 'self'", 55)]
    [InlineData("Content-Security-Policy", "default-src 'self' 'unsafe-inline'", 60)]
    [InlineData("Content-Security-Policy", "default-src 'none'; script-src https:; frame-ancestors 'none'", 80)]
    [InlineData("Content-Security-Policy", "script-src 'self'; frame-ancestors 'none'", 80)]
    [InlineData("Content-Security-Policy", "default-src 'none'; font-src http://fonts.example; frame-ancestors 'none'", 80)]
    [InlineData("Content-Security-Policy", "default-src 'none'; script-src 'self' 'unsafe-eval'; frame-ancestors 'none'", 120)]
    [InlineData("Content-Security-Policy", "default-src 'none'; img-src http://pictures.example; frame-ancestors 'none'", 120)]
    [InlineData("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", 130)]
    [InlineData("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'", 135)]
    [InlineData("Content-Security-Policy", "default-src 'none'", 80)]
    [InlineData("Strict-Transport-Security", "", 80)]
    [InlineData("Strict-Transport-Security", "max-age=15551999", 130)]
    [InlineData("Strict-Transport-Security", "max-age=15552000", 140)]
    [InlineData("X-Content-Type-Options", "", 135)]
    [InlineData("Referrer-Policy", "", 135)]
    [InlineData("Referrer-Policy", "no-referrer, unsafe-url", 130)]
    [InlineData("Referrer-Policy", "unsafe-url, no-referrer, of-tomorrow", 140)]
    [InlineData("Cross-Origin-Opener-Policy", "", 130)]
    [InlineData("Cross-Origin-Opener-Policy", "Same-Origin", 125)]
    [InlineData("Cross-Origin-Opener-Policy", "same-origin-allow-popups; report-to=\"a\"", 140)]
    [InlineData("Cross-Origin-Embedder-Policy", "require-corp", 150)]
    [InlineData("Cross-Origin-Embedder-Policy", "unsafe-none", 140)]
    [InlineData("Cross-Origin-Resource-Policy", "cross-origin", 130)]
    [InlineData("Cross-Origin-Resource-Policy", "everybody", 125)]
    [InlineData("Access-Control-Allow-Origin", "*", 140)]
    [InlineData("Set-Cookie", "a=b; path=/; HttpOnly; SameSite=Lax", 135)]
    [InlineData("Set-Cookie", "a=b; path=/; Secure", 140)]
    [InlineData("Set-Cookie", "a=b; path=/; Secure; SameSite=Lax", 145)]
    [InlineData("Set-Cookie", "a=b; path=/; Secure; SameSite=Sometimes", 80)]
    [InlineData("Set-Cookie", "xcsrf=b; path=/; Secure", 80)]
    [InlineData("Set-Cookie", "session=b; path=/; HttpOnly; SameSite=Lax", 130)]
    [InlineData("Set-Cookie", "session=b; path=/; Secure; SameSite=Lax", 70)]
    public async Task Score_OfAnAnswerWithAnotherHeader_IsTheObservatorys(string header, string value, int score)
    {
        var answer = await AskAsync("/");

        Assert.Equal(score, Observatory.ScoreOf(With(answer, (header, value))));
    }

    [Fact]
    public async Task Score_OfAnAnswerThatLetsEverySiteReadItWithCookies_IsLow()
    {
        var answer = await AskAsync("/");

        Assert.Equal(50, Observatory.ScoreOf(With(answer, ("Access-Control-Allow-Origin", Observatory.Origin), ("Access-Control-Allow-Credentials", "true"))));
    }

    [Theory]
    [InlineData("X-Frame-Options", "SAMEORIGIN", 135)]
    [InlineData("X-Frame-Options", "ALLOW-FROM https://evil.example", 130)]
    [InlineData("X-Frame-Options", "ALLOWALL", 80)]
    public async Task Score_WithoutAPolicyOnFrames_IsThatOfTheOlderHeader(string header, string value, int score)
    {
        var answer = await AskAsync("/");

        Assert.Equal(score, Observatory.ScoreOf(With(answer, ("Content-Security-Policy", "default-src 'self'"), (header, value))));
    }

    [Theory]
    [InlineData("<script src=/a.js></script>", 140)]
    [InlineData("<script src=/a.js integrity=sha384-x></script>", 145)]
    [InlineData("<script src=https://other.example/a.js integrity=sha384-x></script>", 145)]
    [InlineData("<script src=https://other.example/a.js></script>", 135)]
    [InlineData("<script src=//other.example/a.js></script>", 50)]
    public async Task Score_OfAPageWithScripts_AsksForIntegrityOfThoseOfOthers(string script, int score)
    {
        var answer = await AskAsync("/");

        Assert.Equal(score, Observatory.ScoreOf(new Answer(answer.Status, answer.Headers, System.Text.Encoding.UTF8.GetBytes(script))));
    }

    private Task<Answer> AskAsync(string address, params (string Name, string Value)[] headers) => site.GetAsync(address, [("Origin", Observatory.Origin), .. headers]);

    private static Answer With(Answer answer, params (string Name, string Value)[] headers)
    {
        var changed = new Dictionary<string, string>(answer.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            changed[name] = value;
        }

        return answer with { Headers = changed };
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
