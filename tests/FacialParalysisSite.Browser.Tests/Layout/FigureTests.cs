using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Layout;

[Collection(BrowserCollection.Name)]
public sealed class FigureTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages => Addresses.WithFigures;

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Open_AFigureOnASmallPhone_IsSaidInWordsThatFitAndCanBeRead(string address)
    {
        var page = await browser.OpenAsync(address, width: 320);
        var figure = page.Locator("figure.figure");

        Assert.Equal(1, await figure.CountAsync());
        Assert.Equal(0, await page.WidthSticksOutAsync());
        var name = await figure.Locator(".figure__name").InnerTextAsync();
        Assert.Equal(1, await page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = name, Exact = true }).CountAsync());
        Assert.All(await figure.GetByRole(AriaRole.Listitem).AllInnerTextsAsync(), Assert.NotEmpty);
        Assert.Empty(await figure.EvaluateAsync<string[]>(
            """
            figure => [...figure.querySelectorAll('p, li, b, span, div')]
              .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
              .filter(e => parseFloat(getComputedStyle(e).fontSize) < 16 || e.scrollWidth > e.clientWidth && getComputedStyle(e).display !== 'inline')
              .map(e => e.outerHTML.slice(0, 120))
            """));
        await page.Context.CloseAsync();
    }
}
