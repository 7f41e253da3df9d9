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
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await browser.OpenAsync(Addresses.Article, theme: theme);
            var result = await page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions
            {
                RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions { Type = "rule", Values = ["color-contrast-enhanced"] },
            });
            Assert.NotEmpty(result.Passes);
            Assert.Empty(result.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{theme}: {node.Html}")));
            await page.Context.CloseAsync();
        }
    }
}
