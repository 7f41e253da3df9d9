using System.Collections.Concurrent;
using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Weight;

/// <summary>What a first visit costs on a slow telephone: bytes as they came over the wire, headers included.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WeightTests(BrowserFixture browser)
{
    private const int MostRequests = 6;

    private const int MostBytes = 75_000;

    private const int MostHtml = 12_000;

    private const int MostCss = 9_000;

    private const int MostFonts = 50_000;

    public static TheoryData<string> Pages => Addresses.HomeAndArticles;

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Open_ForTheFirstTime_IsLight(string address)
    {
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = browser.Site.ToString() });
        var page = await context.NewPageAsync();
        var requests = new ConcurrentBag<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);

        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = 0;
        foreach (var request in requests)
        {
            var size = await request.SizesAsync();
            all += size.ResponseBodySize + size.ResponseHeadersSize;
            sizes[request.ResourceType] = sizes.GetValueOrDefault(request.ResourceType) + size.ResponseBodySize;
        }

        Assert.InRange(requests.Count, 4, MostRequests);
        Assert.InRange(sizes["document"], 1, MostHtml);
        Assert.InRange(sizes["stylesheet"], 1, MostCss);
        Assert.InRange(sizes["font"], 1, MostFonts);
        Assert.InRange(all, 1, MostBytes);
    }
}
