using System.Text;
using System.Text.RegularExpressions;
using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Print;

/// <summary>An article on paper is a leaflet: no navigation, black on white, and the addresses of its sources.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LeafletTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Print_AnArticle_HasItsSourcesAndNoNavigation()
    {
        var page = await browser.OpenAsync(Addresses.Article, theme: ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        foreach (var screen in await page.Locator("nav, .skip, .call, .related, .masthead__call").AllAsync())
        {
            await Assertions.Expect(screen).ToBeHiddenAsync();
        }

        foreach (var printed in new[] { "h1", ".brief", ".note", ".urgent", ".prose", ".sources", ".foot__tel" })
        {
            await Assertions.Expect(page.Locator(printed)).ToBeVisibleAsync();
        }

        var source = page.Locator(".sources__link").First;
        Assert.Contains(await source.GetAttributeAsync("href") ?? "-", await source.EvaluateAsync<string>("link => CSS.supports('content', 'attr(href)') ? getComputedStyle(link, '::after').content : ''"), StringComparison.Ordinal);
        Assert.Equal(("rgb(0, 0, 0)", "rgb(255, 255, 255)"),
            (await page.EvaluateAsync<string>("getComputedStyle(document.body).color"), await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor")));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Print_AnArticle_BreaksIntoPages()
    {
        var page = await browser.OpenAsync(Addresses.Article);

        var file = Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { Format = "Letter" }));

        Assert.InRange(Regex.Count(file, @"/Type\s*/Page\b", RegexOptions.NonBacktracking), 3, 9);
        await page.Context.CloseAsync();
    }
}
