using System.Globalization;
using System.IO.Compression;
using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Caching;

/// <summary>What is sent from memory is what was made, and nothing is kept that is not the same for everybody.</summary>
public sealed class KeptPageTests(CachedSite site) : IClassFixture<CachedSite>
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.1, gzip;q=0.2", "gzip")]
    [InlineData("*", "br")]
    [InlineData("gzip;q=0", null)]
    [InlineData("gzip;q=9", null)]
    [InlineData("identity, gzip;q=0.5", null)]
    public async Task Get_APageAgain_IsTheSameInEveryByte(string? accepted, string? coding)
    {
        var address = site.NextAddress();

        var made = await AskAsync(address, accepted);
        var renders = site.Renders.Count;
        var kept = await AskAsync(address, accepted);

        Assert.Equal(renders, site.Renders.Count);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal(coding, made.Header("Content-Encoding"));
        Assert.Equal("Accept-Encoding", made.Header("Vary"));
        Assert.Equal("text/html; charset=utf-8", made.Header("Content-Type"));
        Assert.Equal("public, max-age=30, stale-while-revalidate=30", made.Header("Cache-Control"));
        Assert.Equal(made.Bytes.Length.ToString(CultureInfo.InvariantCulture), made.Header("Content-Length"));
        Assert.Matches("^\"[0-9a-f]+\"$", made.Header("ETag"));
        Assert.Null(made.Header("Set-Cookie"));
        Assert.Equal(made.Headers.OrderBy(header => header.Key), kept.Headers.OrderBy(header => header.Key));
        Assert.Equal(made.Bytes, kept.Bytes);
        Assert.Equal((await AskAsync(address, null)).Text, Plain(kept));
    }

    [Fact]
    public async Task Get_APageInEveryCoding_HasTheSameWordsUnderDifferentTags()
    {
        var address = site.NextAddress();

        var answers = new List<Answer> { await AskAsync(address, "br"), await AskAsync(address, "gzip"), await AskAsync(address, null), await AskAsync(address, "gzip"), await AskAsync(address, "br") };

        Assert.Single(answers.Select(Plain).Distinct());
        Assert.Equal(3, answers.Select(answer => answer.Header("ETag")).Distinct().Count());
        Assert.Equal(["br", "gzip", null, "gzip", "br"], answers.Select(answer => answer.Header("Content-Encoding")));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData(null)]
    public async Task Get_WhatOneHasAlready_IsNotSentAgain(string? accepted)
    {
        var address = site.NextAddress();
        var made = await AskAsync(address, accepted);
        var tag = made.Header("ETag")!;

        foreach (var known in new[] { tag, "W/" + tag, $"\"another\", W/\"third\", {tag}", "*" })
        {
            var answer = await AskAsync(address, accepted, ("If-None-Match", known));

            Assert.Equal(HttpStatusCode.NotModified, answer.Status);
            Assert.Empty(answer.Bytes);
            Assert.Equal(made.Headers.Where(header => !header.Key.StartsWith("Content-", StringComparison.Ordinal) || header.Key == "Content-Security-Policy").OrderBy(header => header.Key), answer.Headers.Where(header => header.Key != "Content-Length").OrderBy(header => header.Key));
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(address, accepted, ("If-None-Match", "\"another\""))).Status);
    }

    [Fact]
    public async Task Get_WithATagOfAnotherCoding_IsSent()
    {
        var address = site.NextAddress();
        var packed = await AskAsync(address, "gzip");

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(address, "br", ("If-None-Match", packed.Header("ETag")!))).Status);
    }

    [Fact]
    public async Task Get_WhatOneHasBeforeItWasMade_IsNotSentEither()
    {
        using var other = new CachedSite();
        var address = site.NextAddress();
        var tag = (await AskAsync(address, "gzip")).Header("ETag")!;

        // Another process has made the same bytes, and so the same tag.
        Assert.Equal(HttpStatusCode.NotModified, (await other.GetAsync(address, ("Accept-Encoding", "gzip"), ("If-None-Match", tag))).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task Head_APage_IsAsGetWithoutItsContent(string? accepted)
    {
        var address = site.NextAddress();
        (string, string)[] headers = accepted is null ? [] : [("Accept-Encoding", accepted)];

        var first = await site.SendAsync(HttpMethod.Head, address, headers);
        var get = await site.GetAsync(address, headers);
        var second = await site.SendAsync(HttpMethod.Head, address, headers);

        Assert.All([first, second], head =>
        {
            Assert.Empty(head.Bytes);
            Assert.Equal(get.Headers.OrderBy(header => header.Key), head.Headers.OrderBy(header => header.Key));
        });
    }

    [Fact]
    public async Task Get_WithAThousandQueries_IsOnePage()
    {
        var address = site.NextAddress();
        var made = await AskAsync(address, null);
        var (count, bytes, renders) = (site.Cache.Current.Count, site.Cache.Current.Bytes, site.Renders.Count);

        for (var number = 0; number < 1000; number++)
        {
            Assert.Equal(made.Header("ETag"), (await AskAsync($"{address}?{(number % 2 == 0 ? "utm_source" : "page")}={number}", null)).Header("ETag"));
        }

        Assert.Equal(renders, site.Renders.Count);
        Assert.Equal(count, site.Cache.Current.Count);
        Assert.Equal(bytes, site.Cache.Current.Bytes);
    }

    [Fact]
    public async Task Get_PartsOfAList_AreTwoPages()
    {
        var first = await AskAsync("/articles", null);
        var second = await AskAsync("/articles?page=2", null);

        Assert.NotEqual(first.Text, second.Text);
        foreach (var (address, part) in new[] { ("/articles?page=1", first), ("/articles?x=2", first), ("/articles?page=", first), ("/articles?PAGE=2&x", second), ("/articles?page=02", second), ("/articles?p%61ge=2", second), ("/articles?page=2", second) })
        {
            Assert.Equal(part.Text, (await AskAsync(address, null)).Text);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/articles?page=99", null)).Status);
    }

    [Theory]
    [InlineData("GET", "/consultation", 200)]
    [InlineData("GET", "/search", 200)]
    [InlineData("GET", "/search?q=botox", 200)]
    [InlineData("GET", "/search/suggest?q=bo", 200)]
    [InlineData("GET", "/consultation/received?reference=AB12-CD34", 404)]
    [InlineData("GET", "/articles/nothing-here", 404)]
    [InlineData("GET", "/articles?page=99", 404)]
    [InlineData("GET", "/Articles/", 301)]
    [InlineData("GET", "/healthz/live", 200)]
    [InlineData("GET", "/feed.xml", 200)]
    [InlineData("GET", TestAddresses.Failing, 500)]
    [InlineData("OPTIONS", "/contact", 405)]
    public async Task Send_WhatIsNoPageForEverybody_IsNotKept(string method, string address, int status)
    {
        await site.GetAsync("/");
        var (count, bytes) = (site.Cache.Current.Count, site.Cache.Current.Bytes);

        for (var time = 0; time < 2; time++)
        {
            var answer = await site.SendAsync(HttpMethod.Parse(method), address);

            Assert.Equal(status, (int)answer.Status);
            Assert.DoesNotContain("public", answer.Header("Cache-Control") ?? "", StringComparison.Ordinal);
        }

        Assert.Equal(count, site.Cache.Current.Count);
        Assert.Equal(bytes, site.Cache.Current.Bytes);
    }

    [Fact]
    public async Task Get_APageThatIsOver_IsNotKept()
    {
        using var own = new CachedSite();
        own.Content.WriteArticle("over", "expires: 2029-01-01");

        Assert.Equal(HttpStatusCode.Gone, (await own.GetAsync("/articles/over")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await own.GetAsync("/articles/over")).Status);

        Assert.Equal(0, own.Cache.Current.Count);
    }

    [Fact]
    public async Task Get_WithDrafts_KeepsNoPageThatHasOne()
    {
        using var own = new CachedSite();
        own.In("Development");

        foreach (var address in new[] { SampleContent.Draft, SampleContent.DraftPage, SampleContent.Future, "/articles" })
        {
            Assert.Equal("no-store", (await own.GetAsync(address)).Header("Cache-Control"));
        }

        Assert.Equal(0, own.Cache.Current.Count);
        Assert.Equal("no-cache", (await own.GetAsync("/contact")).Header("Cache-Control"));
        Assert.Equal(1, own.Cache.Current.Count);
    }

    [Fact]
    public async Task Get_OverHttpOfAnHttpsSite_IsRedirectedThoughThePageIsKept()
    {
        using var own = new CachedSite();
        own.With("Site:BaseUrl", SiteHost.SecureBase);
        var secure = await own.GetAsync("/contact");
        var kept = await own.GetAsync("/contact");
        var local = await own.GetAsync("http://localhost/contact");

        Assert.Equal(HttpStatusCode.OK, local.Status);
        Assert.Null(local.Header("Strict-Transport-Security"));
        Assert.NotNull(kept.Header("Strict-Transport-Security"));
        Assert.Equal(secure.Headers.OrderBy(header => header.Key), kept.Headers.OrderBy(header => header.Key));
        Assert.Equal(SiteHost.SecureBase + "/contact", (await own.GetAsync(SiteHost.PlainBase + "/contact")).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await own.GetAsync("https://evil.example/contact")).Status);
    }

    private static string Plain(Answer answer)
    {
        using var source = new MemoryStream(answer.Bytes);
        using Stream plain = answer.Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }

    private Task<Answer> AskAsync(string address, string? accepted, params (string, string)[] headers) =>
        site.GetAsync(address, accepted is null ? headers : [.. headers, ("Accept-Encoding", accepted)]);
}
