using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Journeys;

[Collection(BrowserCollection.Name)]
public sealed class ReadingTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1440, true)]
    [InlineData(1440, false)]
    public async Task Read_FromHomeToArticleToForm_WorksWithAndWithoutScript(int width, bool script)
    {
        var page = await browser.OpenAsync("/", width, script: script);

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Start from where you are" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "My face is tight, or moves on its own" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("What is synkinesis? | The Facial Paralysis Institute");
        await page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Read next" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "How does Botox help Bell’s palsy and synkinesis?" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("How does Botox help Bell’s palsy and synkinesis?");
        await Assertions.Expect(page.GetByText("Awaiting review by a clinician")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "On this page" }).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "What are the risks?" }).ClickAsync();
        await Assertions.Expect(page.Locator("#risks")).ToBeInViewportAsync();

        await page.Locator("a.ref").First.ClickAsync();
        await Assertions.Expect(page.Locator("li:target")).ToBeInViewportAsync();

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Schedule your consultation" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("a[href='tel:+13106572203']").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
