using FacialParalysisSite.Browser.Tests.Hosting;

namespace FacialParalysisSite.Browser.Tests.Layout;

[Collection(BrowserCollection.Name)]
public sealed class WidthTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages => Addresses.All;

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Open_AtEveryWidthAndTextSize_NothingSticksOutSideways(string address)
    {
        var page = await browser.OpenAsync(address);
        foreach (var width in new[] { 320, 390, 768, 1440, 2560 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal((width, 0), (width, await page.WidthSticksOutAsync()));
        }

        await page.DoubleTextSizeAsync();
        foreach (var width in new[] { 390, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal((width, 0), (width, await page.WidthSticksOutAsync()));
        }

        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Open_OnAPhone_TextIsLargeEnoughAndTargetsToo(string address)
    {
        var page = await browser.OpenAsync(address, width: 390);

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('body *')]
              .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && parseFloat(getComputedStyle(e).fontSize) < 16)
              .map(e => e.outerHTML.slice(0, 120))
            """));

        // WCAG 2.5.8: 24 px, or a link within a sentence.
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('a[href]')]
              .filter(a => !a.closest('.skip') && getComputedStyle(a).display !== 'inline')
              .filter(a => { const r = a.getBoundingClientRect(); return r.width < 24 || r.height < 24; })
              .map(a => a.outerHTML.slice(0, 120))
            """));
        await page.Context.CloseAsync();
    }
}
