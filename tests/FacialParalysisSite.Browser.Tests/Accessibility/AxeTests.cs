using Deque.AxeCore.Playwright;
using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Accessibility;

[Collection(BrowserCollection.Name)]
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
            var result = await page.RunAxe();
            Assert.NotEmpty(result.Passes);
            Assert.Empty(result.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{width} {theme} {fault.Id}: {node.Html} {fault.Help}")));
        }

        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Open_TextAndItsBackground_HaveEnhancedContrast()
    {
        foreach (var (address, theme) in new[] { Addresses.Article, "/", "/articles", "/treatments", Addresses.Found, Addresses.Form, "/nothing-here" }.SelectMany(address => new[] { (address, ColorScheme.Light), (address, ColorScheme.Dark) }))
        {
            var page = await browser.OpenAsync(address, theme: theme);
            var result = await page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions
            {
                RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions { Type = "rule", Values = ["color-contrast-enhanced"] },
            });
            Assert.NotEmpty(result.Passes);
            Assert.Empty(result.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{address} {theme}: {node.Html}")));
            await page.Context.CloseAsync();
        }
    }
}
