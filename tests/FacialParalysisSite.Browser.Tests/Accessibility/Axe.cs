using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Accessibility;

/// <summary>
/// The accessibility checks of axe-core. The script runs in the page, once for each look; its package for Playwright
/// opens a window of its own for each and carries every element that passed over to it: three times as slow.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds wrong in the page as it is shown now.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rule">One rule of axe alone; null for all that axe applies by itself.</param>
    /// <exception cref="InvalidOperationException">No rule applied to anything: axe has looked at nothing.</exception>
    public static async Task<string[]> AxeFaultsAsync(this IPage page, string? rule = null)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        var found = await page.EvaluateAsync<Found>(
            """
            async rule => {
              const result = await axe.run(document, { resultTypes: ['violations'], selectors: false, ...(rule && { runOnly: [rule] }) });
              return { passed: result.passes.length, faults: result.violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.html} ${fault.help}`)) };
            }
            """,
            rule);
        return found.Passed > 0 ? found.Faults : throw new InvalidOperationException($"axe found nothing to look at on {page.Url}");
    }

    private sealed record Found
    {
        public int Passed { get; init; }

        public string[] Faults { get; init; } = [];
    }
}
