using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Layout;

/// <summary>Fonts that come late take the place of their twins without moving anything.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ShiftTests(BrowserFixture browser)
{
    /// <summary>What nobody sees: a word that is a pixel wider. Twins are alike on the average; no line of these pages breaks elsewhere.</summary>
    private const double Unseen = 0.005;

    [BrowserTheory]
    [InlineData("/")]
    [InlineData(Addresses.Article)]
    [InlineData("/articles")]
    [InlineData(Addresses.Form)]
    [InlineData(Addresses.Found)]
    public async Task Open_WithFontsThatComeLate_NothingMoves(string address)
    {
        foreach (var width in new[] { 390, 1440 })
        {
            await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions
            {
                BaseURL = browser.Site.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            });
            var page = await context.NewPageAsync();
            var twinsAreShown = new TaskCompletionSource();
            await page.RouteAsync("**/*.woff2", async route =>
            {
                await twinsAreShown.Task;
                await route.ContinueAsync();
            });
            await page.AddInitScriptAsync(
                """
                window.shift = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => { if (!entry.hadRecentInput) window.shift += entry.value; }))
                  .observe({ type: 'layout-shift', buffered: true });
                window.textIsShown = new Promise(done => new PerformanceObserver(() => done(true)).observe({ type: 'largest-contentful-paint', buffered: true }));
                """);
            await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            await page.EvaluateAsync("() => window.textIsShown");
            twinsAreShown.SetResult();
            await page.EvaluateAsync("async () => { await document.fonts.ready; await new Promise(done => requestAnimationFrame(() => setTimeout(done, 100))); }");

            Assert.True(await page.EvaluateAsync<bool>("document.fonts.check('20px \"Atkinson Next\"') && document.fonts.check('20px \"Newsreader Display\"')"));
            Assert.InRange(await page.EvaluateAsync<double>("window.shift"), 0, Unseen);
        }
    }

    /// <summary>It stands above everything else: what it grows by, the whole page moves.</summary>
    [BrowserFact]
    public async Task Open_WithAndWithoutFonts_TheMastheadIsAsHigh()
    {
        foreach (var width in new[] { 320, 360, 390, 430, 768, 1440 })
        {
            Assert.Equal((width, await HeightAsync(width, hasFonts: false)), (width, await HeightAsync(width, hasFonts: true)));
        }
    }

    private async Task<double> HeightAsync(int width, bool hasFonts)
    {
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = browser.Site.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        if (!hasFonts)
        {
            await page.RouteAsync("**/*.woff2", route => route.AbortAsync());
        }

        await page.GotoAsync("/articles");
        await page.EvaluateAsync("async () => { await document.fonts.ready; }");
        return await page.EvaluateAsync<double>("Math.round(document.querySelector('.masthead').getBoundingClientRect().height)");
    }
}
