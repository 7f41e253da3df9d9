using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Search;

public sealed class SearchTests : IDisposable
{
    private readonly SiteHost _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Get_WithAQuestion_ListsThePagesThatFitAndIsKeptByNobody()
    {
        var answer = await _site.GetAsync("/search?q=tight+muscels");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Search results | The Sample Clinic", answer.Page.Title);
        Assert.Equal(SampleContent.Full, answer.Page.QuerySelector(".found__link")!.GetAttribute("href"));
        Assert.Equal("tight muscels", answer.Page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Contains("No page has “muscels”. We searched for “muscles”.", answer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answer.Page.QuerySelector("main a[href='tel:+13105550142']"));
        Assert.Equal("noindex", answer.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(answer.Page.QuerySelector("link[rel=canonical]"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Fact]
    public async Task Get_WordsOfASection_MarksThemAndLeadsThere()
    {
        var page = (await _site.GetAsync("/search?q=months")).Page;

        Assert.Equal(SampleContent.Full + "#how-long", page.QuerySelector(".found__part")!.GetAttribute("href"));
        Assert.Equal("Some months.", page.QuerySelector(".found__text")!.TextContent);
        Assert.Equal(["months"], page.QuerySelectorAll(".found__text mark").Select(mark => mark.TextContent));
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=")]
    [InlineData("/search?q=%20+")]
    public async Task Get_WithoutAQuestion_SaysWhatToDo(string address)
    {
        var page = (await _site.GetAsync(address)).Page;

        Assert.Equal("Search | The Sample Clinic", page.Title);
        Assert.NotNull(page.QuerySelector("form[role=search] input[name=q]"));
        Assert.NotNull(page.QuerySelector("main a[href='/articles']"));
        Assert.Empty(page.QuerySelectorAll(".found"));
        Assert.DoesNotContain("nothing", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qwertzuiop")]
    [InlineData("%22")]
    [InlineData("%F0%9F%98%80")]
    public async Task Get_WordsThatNoPageHas_SaysSoAndNamesOtherWays(string query)
    {
        var page = (await _site.GetAsync("/search?q=" + query)).Page;

        Assert.Contains("We found nothing for these words", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='tel:+13105550142']"));
        Assert.NotNull(page.QuerySelector("main a[href='/articles']"));
        Assert.NotNull(page.QuerySelector("main a[href='/contact']"));
    }

    [Fact]
    public async Task Get_SomeWordsThatNoPageHas_NamesThem()
    {
        var page = (await _site.GetAsync("/search?q=synkinesis+qwertzuiop+asdfghjkl")).Page;

        Assert.NotEmpty(page.QuerySelectorAll(".found__row"));
        Assert.Equal("No page has “qwertzuiop”, “asdfghjkl”.", page.QuerySelector(".found__notes p")!.TextContent);
    }

    [Fact]
    public async Task Get_AnAcuteWord_ShowsTheLineAboutEmergencies()
    {
        _site.Content.Write("synonyms.yml", SampleContent.SynonymsWith("acute", "acute:\n  call: 911\n  say: [\"woke up\", tight*]\n"));

        Assert.NotNull((await _site.GetAsync("/search?q=i+woke+up+like+this")).Page.QuerySelector(".urgent a[href='tel:911']"));
        Assert.Null((await _site.GetAsync("/search?q=muscles")).Page.QuerySelector(".urgent"));
        var found = (await _site.GetAsync("/search?q=tight")).Page;
        Assert.NotNull(found.QuerySelector(".urgent"));
        Assert.NotEmpty(found.QuerySelectorAll(".found__row"));
        Assert.StartsWith("""[{"title":"Call 911 now","address":"tel:911"}""", (await _site.GetAsync("/search/suggest?q=woke+up")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WordsOfACrisis_ShowsItsOwnLineWithANumberToCallAndNoRemarkOnTheWords()
    {
        _site.Content.Write("synonyms.yml", SampleContent.SynonymsWith("crisis", "crisis:\n  call: 988\n  line: \"You are not alone: call 988 at any hour.\"\n  say: [\"kill myself\"]\n"));

        var page = (await _site.GetAsync("/search?q=want+to+kill+my+self")).Page;

        Assert.Equal("You are not alone: call 988 at any hour.", Assert.Single(page.QuerySelectorAll(".urgent__line")).TextContent);
        Assert.NotNull(page.QuerySelector(".urgent a[href='tel:988']"));
        Assert.DoesNotContain("No page has", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("""[{"title":"Call 988 now","address":"tel:988"}""", (await _site.GetAsync("/search/suggest?q=kill+mys")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WordsOfTwoEmergencies_ShowsTheLineOfEach()
    {
        var page = (await _site.GetAsync("/search?q=choking+after+a+stroke")).Page;

        Assert.Equal(["Call 911.", "Sudden face droop: call 911 now."], page.QuerySelectorAll(".urgent__line").Select(line => line.TextContent));
    }

    [Fact]
    public async Task Get_APastedText_FitsTheFieldAsFarAsItIsReadForAlarm()
    {
        var typed = string.Concat(Enumerable.Repeat("plain ", 300)) + "stroke";

        var page = (await _site.GetAsync("/search?q=" + Uri.EscapeDataString(typed))).Page;

        Assert.NotNull(page.QuerySelector(".urgent"));
        Assert.Equal(typed, page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("2000", page.QuerySelector("input[name=q]")!.GetAttribute("maxlength"));
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("' OR 1=1 --")]
    [InlineData("title:* AND (NEAR(a b) NOT \"")]
    [InlineData("\0\u0001\u001E")]
    [InlineData("שלום مرحبا \u202Eesrever")]
    public async Task Get_AnyQuery_IsShownAsTextAndHarmsNothing(string query)
    {
        var answer = await _site.GetAsync("/search?q=" + Uri.EscapeDataString(query));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Page.QuerySelectorAll("main script:not([src])"));
        Assert.NotNull(answer.Page.QuerySelector("input[name=q]"));
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync("/search/suggest?q=" + Uri.EscapeDataString(query))).Status);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("😀")]
    [InlineData("א")]
    [InlineData("ก")]
    [InlineData("字")]
    public async Task Get_TenThousandCharactersOverTheNetwork_IsAnswered(string letter)
    {
        var address = _site.With("Site:BaseUrl", "http://127.0.0.1").StartOnNetwork();
        using var client = new HttpClient();

        foreach (var path in new[] { "/search?q=", "/search/suggest?q=" })
        {
            using var answer = await client.GetAsync(new Uri(address, path + string.Concat(Enumerable.Repeat(Uri.EscapeDataString(letter), 10_000 / letter.Length))));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Get_WhatIsNotPublished_IsNotFound()
    {
        foreach (var words in new[] { SampleContent.DraftWords, "June" })
        {
            Assert.Empty((await _site.GetAsync("/search?q=" + words)).Page.QuerySelectorAll(".found__link"));
            Assert.Equal("[]", (await _site.GetAsync("/search/suggest?q=" + words)).Text);
        }

        Assert.NotEmpty((await _site.GetAsync("/search?q=winter")).Page.QuerySelectorAll(".found__link"));
        _site.Clock.Now = SampleContent.ExpiresAt;
        Assert.Empty((await _site.GetAsync("/search?q=winter")).Page.QuerySelectorAll(".found__link"));
        _site.Clock.Now = SampleContent.FutureAt;
        await Eventually.HoldsAsync(
            async () => (await _site.GetAsync("/search?q=june")).Page.QuerySelectorAll(".found__link").Select(link => link.GetAttribute("href")).SequenceEqual([SampleContent.Future]),
            "the search has what is published since");
    }

    [Fact]
    public async Task Get_AQuestion_LeavesNothingOfItInTheLog()
    {
        await _site.GetAsync("/search?q=janedoe");
        await _site.GetAsync("/search/suggest?q=janedoe");
        await _site.GetAsync("/Search/?q=janedoe");

        await Eventually.HoldsAsync(() => _site.Log.Requests.Count == 3, "the requests are in the log", () => _site.Log.Text);
        Assert.StartsWith("GET /search 200 ", _site.Log.Requests[0], StringComparison.Ordinal);
        Assert.StartsWith("GET /search/suggest 200 ", _site.Log.Requests[1], StringComparison.Ordinal);
        Assert.DoesNotContain("janedoe", _site.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Get_Suggestions_AreTitlesAndAddressesThatNobodyKeeps()
    {
        await _site.GetAsync("/search?q=synk");

        var answer = await _site.GetAsync("/search/suggest?q=synk");

        Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Contains($$"""{"title":"What is synkinesis?","address":"{{SampleContent.Overdue}}"}""", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnyPage_LeadsToTheSearchAndOneThatIsNotThereHasIt()
    {
        Assert.NotNull((await _site.GetAsync("/contact")).Page.QuerySelector("header a[href='/search']"));
        Assert.Empty((await _site.GetAsync("/contact")).Page.QuerySelectorAll("script[src*='search']"));

        var lost = (await _site.GetAsync("/nothing-here?q=words")).Page;
        Assert.Equal("", lost.QuerySelector("form[role=search] input[name=q]")!.GetAttribute("value") ?? "");
    }
}
