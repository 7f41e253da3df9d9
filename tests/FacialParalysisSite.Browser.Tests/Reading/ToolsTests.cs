using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Reading;

/// <summary>What one can do with a page: listen, print, send. The voices are played: browsers of tests have none.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ToolsTests(BrowserFixture browser)
{
    /// <summary>A browser that "speaks": each text ends when the test says so.</summary>
    private const string Speech =
        """
        window.spoken = [];
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        const speech = new EventTarget();
        speech.getVoices = () => window.voices ?? [];
        speech.speak = utterance => { window.current = utterance; window.spoken.push({ text: utterance.text, voice: utterance.voice.name }); };
        speech.cancel = () => { const stopped = window.current; window.current = null; stopped?.onerror?.({ error: 'canceled' }); };
        window.endOfText = () => { const ended = window.current; window.current = null; ended.onend(); };
        Object.defineProperty(window, 'speechSynthesis', { value: speech });
        window.print = () => { window.printed = true; };
        """;

    private const string Voices =
        """
        window.voices = [
          { name: 'network', lang: 'en-US', localService: false, default: true },
          { name: 'Deutsch', lang: 'de-DE', localService: true },
          { name: 'device', lang: 'en_US', localService: true },
        ];
        """;

    [BrowserFact]
    public async Task Listen_WithAVoiceOnTheDevice_ReadsThePageInOrderAndCanPause()
    {
        var page = await OpenAsync(Speech + Voices);
        var listen = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Listen" });

        await listen.ClickAsync();
        for (var text = 1; text < 12; text++)
        {
            await page.EvaluateAsync("window.endOfText()");
        }

        var pause = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pause" });
        await Assertions.Expect(pause).ToBeInViewportAsync();
        Assert.Equal(1, await page.Locator(".spoken").CountAsync());
        var title = await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).InnerTextAsync();
        var texts = await TextsAsync(page);
        Assert.Equal(12, texts.Length);
        Assert.Equal([await page.Locator(".urgent").InnerTextAsync(), title], texts[..2]);
        Assert.DoesNotContain(texts, text => text.Contains("On this page", StringComparison.Ordinal) || char.IsAsciiDigit(text[^1]));
        Assert.Equal(["device"], (await page.EvaluateAsync<string[]>("window.spoken.map(one => one.voice)")).Distinct());

        // Pausing keeps the place.
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator(".spoken").CountAsync());
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Go on" }).ClickAsync();
        texts = await TextsAsync(page);
        Assert.Equal(texts[11], texts[12]);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Listen_ToTheEnd_BeginsAnew()
    {
        var page = await OpenAsync(Speech + Voices);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Listen" }).ClickAsync();
        await page.EvaluateAsync("() => { while (window.current) window.endOfText(); }");

        var texts = await TextsAsync(page);
        Assert.Contains(texts, text => text.StartsWith("What are the risks", StringComparison.Ordinal));
        Assert.All(texts, Assert.NotEmpty);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Listen" }).ClickAsync();
        Assert.Equal(texts[0], (await TextsAsync(page))[texts.Length]);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Listen_ToAListWithinAList_ReadsTheWordsOfBothOnce()
    {
        var page = await OpenAsync(Speech + Voices, "<ul><li>Do not <b>do this</b>:<ul><li>rub it</li></ul></li></ul>");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Listen" }).ClickAsync();
        await page.EvaluateAsync("() => { while (window.current) window.endOfText(); }");

        Assert.Equal(["Do not do this:", "rub it"], (await TextsAsync(page)).Where(text => text.Contains("Do not do", StringComparison.Ordinal) || text.Contains("rub it", StringComparison.Ordinal)));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Listen_InATranslatedPage_CanStillBeStopped()
    {
        var page = await OpenAsync(Speech + Voices);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Listen" }).ClickAsync();

        await page.EvaluateAsync("document.querySelector('[data-listen] button').textContent = 'Pausa'");
        await page.Keyboard.PressAsync("Escape");

        Assert.Equal(0, await page.Locator(".spoken").CountAsync());
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("")]
    [InlineData("window.voices = [{ name: 'network', lang: 'en-US', localService: false, default: true }, { name: 'Deutsch', lang: 'de-DE', localService: true }];")]
    public async Task Open_WithoutAVoiceOnTheDevice_OffersNoListening(string voices)
    {
        var page = await OpenAsync(Speech + voices);

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Print" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-listen] button")).ToBeHiddenAsync();

        // Some browsers tell their voices late.
        await page.EvaluateAsync($"() => {{ {Voices} window.speechSynthesis.dispatchEvent(new Event('voiceschanged')); }}");
        await Assertions.Expect(page.Locator("[data-listen] button")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Print_FromThePage_AsksTheBrowserToPrint()
    {
        var page = await OpenAsync(Speech);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Print" }).ClickAsync();

        Assert.True(await page.EvaluateAsync<bool>("window.printed"));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Open_WithoutScript_SharesByLinksAndOffersNothingThatWouldNotWork()
    {
        var page = await browser.OpenAsync(Addresses.Article, width: 390, script: false);

        var tools = page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Use this page" });
        Assert.Equal(["E-mail this", "Text this"], await tools.GetByRole(AriaRole.Listitem).AllInnerTextsAsync());
        var path = Uri.EscapeDataString(Addresses.Article);
        Assert.Matches($"^mailto:\\?subject=How%20does.*&body=http[^&]*{path}$", await tools.GetByRole(AriaRole.Link).First.GetAttributeAsync("href"));
        Assert.Matches($"^sms:\\?&body=http[^&]*{path}$", await tools.GetByRole(AriaRole.Link).Last.GetAttributeAsync("href"));
        Assert.Equal(0, await page.GetByRole(AriaRole.Button).CountAsync());
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string script, string begin = "")
    {
        var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = browser.Site.ToString(), ViewportSize = new ViewportSize { Width = 390, Height = 900 } });
        await context.AddInitScriptAsync(script);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**" + Addresses.Article, async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = (await answer.TextAsync()).Replace("<div class=\"prose\">", "<div class=\"prose\">" + begin, StringComparison.Ordinal) });
        });
        await page.GotoAsync(Addresses.Article);
        return page;
    }

    private static Task<string[]> TextsAsync(IPage page) => page.EvaluateAsync<string[]>("window.spoken.map(one => one.text)");
}
