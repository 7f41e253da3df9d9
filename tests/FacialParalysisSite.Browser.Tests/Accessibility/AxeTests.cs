using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Accessibility;

[Collection(AxeCollection.Name)]
public sealed class AxeTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages => Addresses.All;

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Open_OnPhoneAndDesktopInBothThemes_AxeFindsNothing(string address)
    {
        var page = await browser.OpenAsync(address);
        foreach (var (width, theme) in new[] { (390, ColorScheme.Light), (390, ColorScheme.Dark), (1440, ColorScheme.Dark), (1440, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
            Assert.Empty((await page.AxeFaultsAsync()).Select(fault => $"{width} {theme} {fault}"));
        }

        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Open_TextAndItsBackground_HaveEnhancedContrast()
    {
        foreach (var (address, theme) in new[] { Addresses.Article, "/", "/articles", "/treatments", Addresses.Found, Addresses.Form, "/nothing-here" }.SelectMany(address => new[] { (address, ColorScheme.Light), (address, ColorScheme.Dark) }))
        {
            var page = await browser.OpenAsync(address, theme: theme);
            Assert.Empty((await page.AxeFaultsAsync("color-contrast-enhanced")).Select(fault => $"{address} {theme} {fault}"));
            await page.Context.CloseAsync();
        }
    }
}
