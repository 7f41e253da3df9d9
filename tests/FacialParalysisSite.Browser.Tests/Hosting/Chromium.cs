namespace FacialParalysisSite.Browser.Tests.Hosting;

/// <summary>The browser that the tests use: one that is installed, else the one that Playwright downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Installed =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>Its program, or null where Playwright knows its own.</summary>
    public static string? Path { get; } = Installed.Prepend(Environment.GetEnvironmentVariable("CHROMIUM_PATH")).FirstOrDefault(File.Exists);

    /// <summary>Why no browser test can run here; null where they can.</summary>
    public static string? Missing { get; } = Path is null && !HasPlaywrightBrowser()
        ? "Chromium is missing: install Debian's package chromium, or set CHROMIUM_PATH to the program."
        : null;

    private static bool HasPlaywrightBrowser()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folders = new[]
        {
            Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH"),
            System.IO.Path.Combine(home, ".cache", "ms-playwright"),
            System.IO.Path.Combine(home, "Library", "Caches", "ms-playwright"),
            System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ms-playwright"),
        };
        return folders.Any(folder => Directory.Exists(folder) && Directory.EnumerateDirectories(folder, "chromium*").Any());
    }
}
