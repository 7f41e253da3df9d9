using FacialParalysisSite.Browser.Tests.Hosting;

namespace FacialParalysisSite.Browser.Tests.Layout;

[Collection(BrowserCollection.Name)]
public sealed class WidthTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages => Addresses.All;

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Open_AtEveryWidthAndTextSize_NothingSticksOutOrOverlapsOrIsTooSmall(string address)
    {
        var page = await browser.OpenAsync(address);
        foreach (var width in new[] { 320, 390, 768, 1440, 2560 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal((width, 0), (width, await page.WidthSticksOutAsync()));
            Assert.Empty((await page.OverlapsAsync()).Select(overlap => $"{width}: {overlap}"));
            Assert.Empty((await page.SmallTextAsync()).Select(text => $"{width}: {text}"));
        }

        await page.DoubleTextSizeAsync();
        foreach (var width in new[] { 320, 390, 768, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal((width, 0), (width, await page.WidthSticksOutAsync()));
            Assert.Empty((await page.OverlapsAsync()).Select(overlap => $"{width}, 200 %: {overlap}"));
        }

        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Open_OnAPhone_TargetsAreLargeEnough(string address)
    {
        var page = await browser.OpenAsync(address, width: 390);

        // WCAG 2.5.8: 24 px, or a link within a sentence.
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('a[href]')]
              .filter(a => !a.closest('.skip') && getComputedStyle(a).display !== 'inline')
              .filter(a => { const r = a.getBoundingClientRect(); return r.width < 24 || r.height < 24; })
              .map(a => a.outerHTML.slice(0, 120))
            """));

        // What stands for itself, and the number to call in an emergency, is as large as a finger.
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, .list__row')]
              .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.skip, .form__trap') && (e.className || !e.closest('p') || e.closest('.urgent')) && getComputedStyle(e).display !== 'inline')
              .filter(e => { const r = e.getBoundingClientRect(); return r.height < 43.5 || r.width < 43.5; })
              .map(e => e.outerHTML.slice(0, 120))
            """));
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1152)]
    public async Task Open_AtTightWidths_LinksOfTheMenuStandApart(int width)
    {
        var page = await browser.OpenAsync("/", width);

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => {
              const links = [...document.querySelectorAll('.masthead a')].map(e => ({ name: e.textContent.trim(), box: e.getBoundingClientRect() }));
              return links.flatMap(one => links
                .filter(other => other.box.left > one.box.left && other.box.top < one.box.bottom && other.box.bottom > one.box.top && other.box.left - one.box.right < 8)
                .map(other => `${one.name} / ${other.name}`));
            }
            """));
        await page.Context.CloseAsync();
    }
}
