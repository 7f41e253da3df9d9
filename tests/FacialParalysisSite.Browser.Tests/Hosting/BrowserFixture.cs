using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Hosting;

/// <summary>One browser and one site for all tests of a collection.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // The browser's own traffic has no place in a test, a container has no sandbox to offer, and letters are as wide as on
    // the screens of telephones: without hints, the shell would round each to whole pixels.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--font-render-hinting=none", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private SiteHost? _site;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The folder in which the site puts its mails.</summary>
    public string Mail => Path.Combine(_site!.Data, "mail");

    public Uri Site => _site!.Address;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = Arguments });
        _site = new SiteHost(content: null, ("Limits:Requests", "1000"), ("Limits:RequestsADay", "1000"), ("Limits:Flood", "1000"));
    }

    public async Task DisposeAsync()
    {
        if (_playwright is null)
        {
            return;
        }

        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _site!.DisposeAsync();
    }

    /// <summary>Opens a page of the site in a window of its own.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1440, ColorScheme theme = ColorScheme.Light, bool script = true)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = theme,
            JavaScriptEnabled = script,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}

/// <summary>axe takes as long as all the rest: it has a browser of its own, beside the other.</summary>
[CollectionDefinition(Name)]
public sealed class AxeCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "axe";
}
