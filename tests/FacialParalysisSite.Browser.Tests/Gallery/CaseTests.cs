using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Gallery;

/// <summary>A case of the gallery, and the slider that uncovers one picture above the other.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CaseTests(BrowserFixture browser)
{
    private const string Case = "/gallery/how-to-read-a-case";

    [BrowserFact]
    public async Task Open_AtEveryWidth_BeforeAndAfterStandBesideEachOtherAtTheSameSize()
    {
        var page = await browser.OpenAsync(Case, script: false);
        foreach (var width in new[] { 320, 390, 768, 1440, 2560 })
        {
            await page.SetViewportSizeAsync(width, 900);

            var pairs = await page.EvaluateAsync<double[][]>(
                """
                () => [...document.querySelectorAll('.view__pair')].map(pair => [...pair.querySelectorAll('img, .picture')].map(image => image.getBoundingClientRect()).flatMap(box => [box.left, box.top, box.width, box.height]))
                """);
            Assert.Equal(2, pairs.Length);
            Assert.All(pairs, pair =>
            {
                Assert.Equal(pair[1..4], pair[5..], (one, other) => Math.Abs(one - other) < 0.6);
                Assert.True(pair[4] >= pair[0] + pair[2], $"{width}: one stands below the other");
                Assert.True(pair[2] > 100, $"{width}: a picture is {pair[2]} wide");
            });
        }

        // Without a script there is nothing that would not work.
        Assert.Equal(0, await page.Locator("input[type=range]:visible").CountAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Slider_WithKeysAMouseOrAFinger_UncoversOnePictureAboveTheOther()
    {
        var page = await browser.OpenAsync(Case);
        var slider = page.GetByRole(AriaRole.Slider, new PageGetByRoleOptions { Name = "Slide from after to before At rest, from the front" });
        var stage = page.Locator(".compare__stage").First;

        // It is seen before anybody scrolls.
        var box = (await slider.BoundingBoxAsync())!;
        Assert.InRange(box.Y + box.Height, 0, 900);
        Assert.InRange(box.Height, 43.5, 100);

        await slider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Before: 51%. After: 49%.", await slider.GetAttributeAsync("aria-valuetext"));
        Assert.Equal("inset(0px 0px 0px 51%)", await ClipAsync(stage));
        await page.Keyboard.PressAsync("End");
        Assert.Equal("inset(0px 0px 0px 100%)", await ClipAsync(stage));

        var place = (await stage.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(place.X + (place.Width / 2), place.Y + 50);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(place.X + (place.Width / 4), place.Y + 60);
        await page.Mouse.UpAsync();
        await page.Mouse.MoveAsync(place.X + (place.Width * 3 / 4), place.Y + 60);
        Assert.Equal("25", await slider.InputValueAsync());

        // A finger that goes up or down still scrolls the page; both pictures lie exactly above each other and are heard once.
        Assert.Equal("pan-y pinch-zoom", await stage.EvaluateAsync<string>("stage => getComputedStyle(stage).touchAction"));
        Assert.True(await stage.EvaluateAsync<bool>(
            """
            stage => {
              const [one, other] = [...stage.querySelectorAll('img, .picture')].map(image => image.getBoundingClientRect());
              return Math.abs(one.left - other.left) + Math.abs(one.top - other.top) + Math.abs(one.width - other.width) + Math.abs(one.height - other.height) < 1 && stage.ariaHidden === 'true';
            }
            """));
        await page.Context.CloseAsync();
    }

    private static Task<string> ClipAsync(ILocator stage) => stage.EvaluateAsync<string>("stage => getComputedStyle(stage.lastElementChild).clipPath");
}
