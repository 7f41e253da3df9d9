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

    [BrowserFact]
    public async Task Open_HomeOrAnArticleForTheFirstTime_IsLight()
    {
        // As it is published: in Development the framework serves what may be edited meanwhile, and hardly compresses it.
        await using var site = new SiteHost(content: null, ("ReloadStaticAssetsAtRuntime", "false"));
        foreach (var address in Addresses.HomeAndArticles)
        {
            await WeighAsync(new Uri(site.Address, address));
        }
    }

    private async Task WeighAsync(Uri address)
    {
        await using var context = await browser.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var requests = new ConcurrentBag<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.GotoAsync(address.ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = 0;
        foreach (var request in requests)
        {
            var size = await request.SizesAsync();
            all += size.ResponseBodySize + size.ResponseHeadersSize;
            sizes[request.ResourceType] = sizes.GetValueOrDefault(request.ResourceType) + size.ResponseBodySize;
        }

        var weight = $"{address.AbsolutePath}: {requests.Count} requests, {all} bytes: {string.Join(", ", sizes.Select(size => $"{size.Key} {size.Value}"))}";
        Assert.True(requests.Count is >= 4 and <= MostRequests, weight);
        Assert.True(sizes["document"] is > 0 and <= MostHtml, weight);
        Assert.True(sizes["stylesheet"] is > 0 and <= MostCss, weight);
        Assert.True(sizes["font"] is > 0 and <= MostFonts, weight);
        Assert.True(all <= MostBytes, weight);
    }
}
