using System.Collections.Concurrent;
using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Privacy;

[Collection(BrowserCollection.Name)]
public sealed class ThirdPartyTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages => Addresses.All;

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Open_AnyPage_AsksNobodyElseAndKeepsNothing(string address)
    {
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = browser.Site.ToString() });
        var requests = new ConcurrentBag<string>();
        var complaints = new ConcurrentBag<string>();
        var page = await context.NewPageAsync();
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.NotEmpty(requests);
        Assert.All(requests, url => Assert.Equal(browser.Site.Host, new Uri(url).Host));
        Assert.Equal(address == Addresses.Form ? ["antiforgery"] : [], (await context.CookiesAsync()).Select(cookie => cookie.Name));
        Assert.Equal("0 0", await page.EvaluateAsync<string>("`${localStorage.length} ${sessionStorage.length}`"));
        Assert.All(complaints, text => Assert.Contains("404 (Not Found)", text, StringComparison.Ordinal));
        Assert.Equal(address == "/nothing-here" ? 1 : 0, complaints.Count);
    }
}
