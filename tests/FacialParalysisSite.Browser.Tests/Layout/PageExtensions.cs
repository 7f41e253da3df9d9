using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Layout;

internal static class PageExtensions
{
    /// <summary>CSS pixels by which the page is wider than the window.</summary>
    public static Task<int> WidthSticksOutAsync(this IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    /// <summary>Makes the reader's own text size twice as large, as the browser's setting does.</summary>
    public static Task DoubleTextSizeAsync(this IPage page) =>
        page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");
}
