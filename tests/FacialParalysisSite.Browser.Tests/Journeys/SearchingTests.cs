using FacialParalysisSite.Browser.Tests.Accessibility;
using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Journeys;

[Collection(BrowserCollection.Name)]
public sealed class SearchingTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData(320, true)]
    [InlineData(320, false)]
    [InlineData(1440, true)]
    [InlineData(1440, false)]
    public async Task Search_FromHomeToAnAnswer_WorksWithAndWithoutScript(int width, bool script)
    {
        var page = await browser.OpenAsync("/", width, script: script);

        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Search" }).ClickAsync();
        await Field(page).FillAsync("my eye wont close at night");
        await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(browser.Site, "/search?q=my+eye+wont+close+at+night").ToString());
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Protecting your eye with facial paralysis" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Protecting your eye with facial paralysis");
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("/search")]
    [InlineData("/nothing-here")]
    public async Task Type_ABeginning_SuggestsPagesThatTheKeyboardReaches(string address)
    {
        var page = await browser.OpenAsync(address);
        await Field(page).PressSequentiallyAsync("synki");
        await Assertions.Expect(Options(page).First).ToBeVisibleAsync();
        await Assertions.Expect(Field(page)).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.Equal($"{await Options(page).CountAsync()} suggestions", await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Status).TextContentAsync());

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        var second = Options(page).Nth(1);
        await Assertions.Expect(second).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(Field(page)).ToHaveAttributeAsync("aria-activedescendant", (await second.GetAttributeAsync("id"))!);
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Null(await Field(page).GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Options(page).Last).ToHaveAttributeAsync("aria-selected", "true");

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Options(page).First).ToBeHiddenAsync();
        await Assertions.Expect(Field(page)).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(Field(page)).ToHaveValueAsync("synki");

        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Options(page).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var title = await Options(page).First.InnerTextAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(title);
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1440)]
    public async Task Type_UntilSuggestionsAreShown_LeavesTheButtonInReach(int width)
    {
        var page = await browser.OpenAsync("/search", width);
        await Field(page).PressSequentiallyAsync("synki");
        await Assertions.Expect(Options(page).First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(browser.Site, "/search?q=synki").ToString());
        await page.Context.CloseAsync();
    }

    /// <summary>On a poor line the suggestions for the longer word come late: until then the old ones are not what is meant.</summary>
    [BrowserFact]
    public async Task Type_OnAfterAChoice_SearchesForWhatIsTyped()
    {
        var page = await browser.OpenAsync("/search");
        await Field(page).PressSequentiallyAsync("synki");
        await Assertions.Expect(Options(page).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.RouteAsync("**/search/suggest?*", _ => Task.CompletedTask);

        await Field(page).PressSequentiallyAsync("nesis eye");
        Assert.Null(await Field(page).GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(browser.Site, "/search?q=synkinesis+eye").ToString());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Type_WhatWasAskedBefore_IsRememberedByTheScriptAndAskedNoMore()
    {
        var page = await browser.OpenAsync("/search");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await Field(page).PressSequentiallyAsync("synki");
        await Assertions.Expect(Options(page).First).ToBeVisibleAsync();
        var before = asked.Count(address => address.EndsWith("q=synki", StringComparison.Ordinal));

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Options(page).First).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Options(page).First).ToBeVisibleAsync();

        Assert.Equal(1, before);
        Assert.Equal(1, asked.Count(address => address.EndsWith("q=synki", StringComparison.Ordinal)));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Type_WordsOfACrisis_NamesTheNumberFirstAndTheResultsBeginWithItsLine()
    {
        var page = await browser.OpenAsync("/search", width: 390);
        await Field(page).PressSequentiallyAsync("kill myself");
        await Assertions.Expect(Options(page).First).ToHaveTextAsync("Call 988 now");

        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new PageGetByRoleOptions { Name = "Emergency" }).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "988" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Type_ABeginning_ASuggestionCanBeClickedAndOtherwiseTheFormIsSent()
    {
        var page = await browser.OpenAsync("/search", width: 390);
        await Field(page).PressSequentiallyAsync("synki");
        var title = await Options(page).First.InnerTextAsync();
        await Options(page).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(title);

        await page.GotoAsync("/search");
        await Field(page).PressSequentiallyAsync("synki");
        await Assertions.Expect(Options(page).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 2 }).First).ToContainTextAsync("the best first");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Type_ABeginning_SuggestionsMoveNothingAndAxeFindsNothing()
    {
        foreach (var (width, theme) in new[] { (320, ColorScheme.Light), (390, ColorScheme.Dark), (1440, ColorScheme.Light), (1440, ColorScheme.Dark) })
        {
            var page = await browser.OpenAsync("/search", width, theme);
            var below = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "All articles" });
            var before = await below.BoundingBoxAsync();
            await Field(page).PressSequentiallyAsync("facial");
            await Assertions.Expect(Options(page).First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("ArrowDown");

            Assert.Equal(before!.Y, (await below.BoundingBoxAsync())!.Y);
            Assert.Equal(before.X, (await below.BoundingBoxAsync())!.X);
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
            Assert.Empty((await page.AxeFaultsAsync()).Select(fault => $"{width} {theme} {fault}"));
            await page.Context.CloseAsync();
        }
    }

    private static ILocator Field(IPage page) => page.Locator("input[name=q]");

    private static ILocator Options(IPage page) => page.GetByRole(AriaRole.Option);
}
