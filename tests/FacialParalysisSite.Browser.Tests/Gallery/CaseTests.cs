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
        Assert.Equal(0, await page.Locator(".compare:visible").CountAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Slider_WithKeysAMouseOrAFinger_UncoversOnePictureAboveTheOther()
    {
        var page = await browser.OpenAsync(Case);
        var slider = page.GetByRole(AriaRole.Slider, new PageGetByRoleOptions { Name = "Slide between before and after: At rest, from the front" });
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

        // Whoever goes on with the keys finds it under them.
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("24", await slider.InputValueAsync());

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

    [BrowserFact]
    public async Task Slider_OnATelephone_LoadsNothingAndMovesNothingUntilItIsOpened()
    {
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = browser.Site.ToString(),
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
        });
        var page = await context.NewPageAsync();
        var scrolled = new TaskCompletionSource();
        await page.RouteAsync("**/compare*.js", async route =>
        {
            await scrolled.Task;
            await route.ContinueAsync();
        });
        await page.AddInitScriptAsync(
            "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => window.shift += entry.value)).observe({ type: 'layout-shift', buffered: true });");
        await page.GotoAsync(Case, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.EvaluateAsync("async () => { await document.fonts.ready; scrollTo({ top: 1200, behavior: 'instant' }); await new Promise(done => requestAnimationFrame(() => setTimeout(done))); window.shift = 0; }");
        scrolled.SetResult();
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");

        Assert.InRange(await page.EvaluateAsync<double>("window.shift"), 0, 0.001);
        Assert.Equal(0, await page.Locator(".compare__stage img, .compare__stage .picture").CountAsync());
        await page.Locator(".compare__open").First.ClickAsync();
        var copies = page.Locator(".compare__stage").First.Locator("> *");
        await copies.Nth(1).WaitForAsync();
        Assert.Equal(2, await copies.CountAsync());
        Assert.Equal(0, await page.Locator(".compare__lost").CountAsync());
    }

    [BrowserFact]
    public async Task Slider_UnderAFingerThatScrolls_StaysWhereItWas()
    {
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = browser.Site.ToString(),
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            HasTouch = true,
            IsMobile = true,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Case);
        await page.Locator(".compare__open").First.ClickAsync();
        var slider = page.GetByRole(AriaRole.Slider).First;
        var stage = page.Locator(".compare__stage").First;
        await stage.ScrollIntoViewIfNeededAsync();
        var devices = await context.NewCDPSessionAsync(page);

        await SwipeAsync(devices, stage, (.2f, .8f), (.2f, .1f));
        Assert.Equal("50", await slider.InputValueAsync());

        await SwipeAsync(devices, stage, (.3f, .5f), (.8f, .5f));
        Assert.Equal("80", await slider.InputValueAsync());
    }

    /// <summary>A finger that goes over an element; places are parts of its size.</summary>
    private static async Task SwipeAsync(ICDPSession devices, ILocator element, (float X, float Y) from, (float X, float Y) to)
    {
        var box = (await element.BoundingBoxAsync())!;
        const int Steps = 10;
        for (var step = 0; step <= Steps; step++)
        {
            var way = step / (float)Steps;
            var point = new { x = box.X + (box.Width * (from.X + ((to.X - from.X) * way))), y = box.Y + (box.Height * (from.Y + ((to.Y - from.Y) * way))) };
            await devices.SendAsync("Input.dispatchTouchEvent", Arguments(step == 0 ? "touchStart" : "touchMove", point));
        }

        await devices.SendAsync("Input.dispatchTouchEvent", Arguments("touchEnd"));
    }

    private static Dictionary<string, object> Arguments(string type, params object[] points) => new() { ["type"] = type, ["touchPoints"] = points };

    private static Task<string> ClipAsync(ILocator stage) => stage.EvaluateAsync<string>("stage => getComputedStyle(stage.lastElementChild).clipPath");
}
