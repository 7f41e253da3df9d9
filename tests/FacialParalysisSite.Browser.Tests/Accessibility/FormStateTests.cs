using FacialParalysisSite.Browser.Tests.Hosting;
using FacialParalysisSite.Browser.Tests.Layout;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Accessibility;

/// <summary>Everything the form can look like.</summary>
[Collection(AxeCollection.Name)]
public sealed class FormStateTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Send_WhateverIsWrong_AxeFindsNothingAndNothingSticksOut()
    {
        await using var site = new SiteHost(content: null, ("Limits:Requests", "1"));
        var page = await browser.Browser.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, Addresses.Form).ToString());

        await SendAsync(page, 422);
        await page.GetByLabel("In the last 3 days").CheckAsync();
        await LookAsync(page, "faults and advice");

        await FillAsync(page);
        await page.Locator("[name=__RequestVerificationToken]").EvaluateAsync("field => field.value = 'x'");
        await SendAsync(page, 400);
        await LookAsync(page, "not from this page");

        await SendAsync(page, 200);
        await page.GotoAsync(new Uri(site.Address, Addresses.Form).ToString());
        await FillAsync(page);
        await SendAsync(page, 429);
        await LookAsync(page, "too many");
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Open_WithoutADatabase_AxeFindsNothingAndNothingSticksOut()
    {
        var file = Directory.CreateTempSubdirectory("no-database-");
        Directory.CreateDirectory(Path.Combine(file.FullName, "site.db"));
        await using var site = new SiteHost(content: null, ("Data:Root", file.FullName));
        var page = await browser.Browser.NewPageAsync();

        var response = await page.GotoAsync(new Uri(site.Address, Addresses.Form).ToString());

        Assert.Equal(503, response!.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("(310) 657-2203");
        await LookAsync(page, "no database");
        await page.CloseAsync();
        file.Delete(recursive: true);
    }

    private static async Task FillAsync(IPage page)
    {
        await page.GetByLabel("Full name").FillAsync("Ada");
        await page.GetByLabel("Phone number").FillAsync("(310) 555-0123");
        await page.GetByLabel("You may contact me about this request").CheckAsync();
    }

    private static async Task SendAsync(IPage page, int status)
    {
        await page.EvaluateAsync("() => { document.documentElement.dataset.left = ''; }");
        var response = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send my request" }).ClickAsync(), response => response.Request.IsNavigationRequest && response.Status != 303);
        Assert.Equal(status, response.Status);

        // The answer has come; the page that shows it may not be there yet.
        await Assertions.Expect(page.Locator("html:not([data-left])")).ToBeAttachedAsync();
        await page.EvaluateAsync("async () => { if (document.readyState !== 'complete') await new Promise(done => addEventListener('load', done)); }");
    }

    private static async Task LookAsync(IPage page, string state)
    {
        foreach (var (width, theme) in new[] { (320, ColorScheme.Light), (390, ColorScheme.Dark), (1440, ColorScheme.Light), (1440, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
            Assert.Equal((state, width, 0), (state, width, await page.WidthSticksOutAsync()));
            Assert.Empty((await page.AxeFaultsAsync()).Select(fault => $"{state} {width} {theme} {fault}"));
        }
    }
}
