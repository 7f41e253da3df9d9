using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Journeys;

[Collection(BrowserCollection.Name)]
public sealed class AskingTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1440, true)]
    [InlineData(1440, false)]
    public async Task Ask_WithASlipOnTheWay_IsReceivedWithAndWithoutScript(int width, bool script)
    {
        var page = await browser.OpenAsync(Addresses.Form, width, script: script);
        var advice = page.GetByText("should be seen by a doctor today");

        await Assertions.Expect(advice).ToBeHiddenAsync();
        await page.GetByLabel("In the last 3 days").CheckAsync();
        await Assertions.Expect(advice).ToBeVisibleAsync();
        await page.GetByLabel("Phone number").FillAsync("12");
        await page.GetByLabel("Your message").FillAsync("My eye is dry.\nWhat now? \U0001F642");
        await Send(page);

        await Assertions.Expect(page).ToHaveTitleAsync("Error: Request a consultation | The Facial Paralysis Institute");
        var problem = page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(problem).ToBeFocusedAsync();
        await problem.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Enter your full name" }).ClickAsync();
        var name = page.GetByLabel("Full name");
        await Assertions.Expect(name).ToBeFocusedAsync();
        await Assertions.Expect(name).ToHaveAccessibleDescriptionAsync("Error: Enter your full name");
        await Assertions.Expect(page.GetByLabel("In the last 3 days")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Your message")).ToHaveValueAsync("My eye is dry.\nWhat now? \U0001F642");

        await name.FillAsync("李");
        await page.GetByLabel("Phone number").FillAsync("+44 20 7946 0000");
        await page.GetByLabel("You may contact me about this request").CheckAsync();
        await Send(page);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("We have your request");
        var reference = await page.Locator(".reference__code").InnerTextAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(browser.Site, $"/consultation/received?reference={reference}").ToString());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Ask_ByKeyboardAlone_IsReceived()
    {
        var page = await browser.OpenAsync(Addresses.Form);
        await page.GetByLabel("Full name").FocusAsync();

        await page.Keyboard.TypeAsync("Ada O’Brien");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("ada@example.org");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "May we leave a voice message?" }).GetByLabel("Yes")).ToBeCheckedAsync();
        await page.GetByLabel("Your message").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("We have your request");
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_ThenGoBackAndCorrect_IsTheSameRequest(bool script)
    {
        // Playwright's Chromium has no back-forward cache, as a phone that is short of memory.
        var page = await browser.OpenAsync(Addresses.Form, 390, script: script);
        await page.GetByLabel("Full name").FillAsync("Ada");
        await page.GetByLabel("Phone number").FillAsync("(310) 555-0123");
        await page.GetByLabel("You may contact me about this request").CheckAsync();
        await Send(page);
        var reference = await page.Locator(".reference__code").InnerTextAsync();

        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Full name")).ToHaveValueAsync("Ada");
        await page.GetByLabel("Phone number").FillAsync("(310) 555-0199");
        await Send(page);

        await Assertions.Expect(page.Locator(".reference__code")).ToHaveTextAsync(reference);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Write_NearlyTooMuch_IsToldHowMuchIsLeft()
    {
        var page = await browser.OpenAsync(Addresses.Form);
        var message = page.GetByLabel("Your message");

        await message.FillAsync(new string('x', 1000));
        await Assertions.Expect(page.Locator("[data-left]")).ToBeEmptyAsync();
        await message.FillAsync(new string('x', 1950));
        await Assertions.Expect(page.Locator("[data-left]")).ToHaveTextAsync("50 characters left");
        await message.FillAsync(new string('x', 2001));
        await Assertions.Expect(page.Locator("[data-left]")).ToHaveTextAsync("1 character too many");
        await page.Context.CloseAsync();
    }

    private static Task Send(IPage page) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send my request" }).ClickAsync();
}
