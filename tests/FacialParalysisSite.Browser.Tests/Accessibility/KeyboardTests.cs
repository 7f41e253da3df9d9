using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Accessibility;

[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(BrowserFixture browser)
{
    /// <summary>What the keyboard should reach, in order.</summary>
    private const string Reachable = """[...document.querySelectorAll('a[href], button, [tabindex="0"]')].filter(e => e.checkVisibility({ visibilityProperty: true }))""";

    [BrowserFact]
    public async Task Tab_FirstOfAll_SkipsToTheMainText()
    {
        var page = await browser.OpenAsync(Addresses.Article);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the main text", await FocusedText(page));
        Assert.True(await page.Locator(".skip").EvaluateAsync<bool>("link => link.getBoundingClientRect().top >= 0"));

        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Tab_ThroughThePage_ReachesEverythingInOrderWithVisibleFocus()
    {
        var page = await browser.OpenAsync(Addresses.Article, width: 390);
        var all = await page.EvaluateAsync<int>($"{Reachable}.length");

        var last = -1;
        for (var press = 0; press < all; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            var place = await page.EvaluateAsync<int>($"{Reachable}.indexOf(document.activeElement)");
            Assert.Equal(last + 1, place);
            Assert.Equal("solid", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            last = place;
        }

        Assert.Equal(all - 1, last);
        await page.Context.CloseAsync();
    }

    private static Task<string> FocusedText(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");
}
