using AngleSharp.Dom;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>What the Observatory thinks of the scripts of a page (<c>src/analyzer/tests/subresource-integrity.js</c>).</summary>
internal static class ObservatoryScripts
{
    /// <summary>
    /// For a script of another origin: with integrity over http, without over https, without over http. In its order; the
    /// last counts, which is not always the dearest.
    /// </summary>
    private static readonly int[] Deductions = [-20, -5, -50];

    public static int PointsOf(Answer answer)
    {
        if (answer.Header("Content-Type")?.Split(';')[0] is { Length: > 0 } type and not ("text/html" or "application/xhtml+xml"))
        {
            return 0;
        }

        var (own, foreign) = (new List<IElement>(), new List<IElement>());
        foreach (var script in answer.Page.QuerySelectorAll("script[src]"))
        {
            (IsOwn(Source(script)) ? own : foreign).Add(script);
        }

        var faults = foreign.Select(script => (HasIntegrity(script), IsEncrypted(Source(script))) switch { (true, true) => -1, (true, false) => 0, (false, true) => 1, _ => 2 }).Append(-1).Max();
        return faults >= 0 ? Deductions[faults] : foreign.Count > 0 || own.Exists(HasIntegrity) ? 5 : 0;
    }

    private static string Source(IElement script) => script.GetAttribute("src")!;

    private static bool HasIntegrity(IElement script) => !string.IsNullOrEmpty(script.GetAttribute("integrity"));

    private static bool IsEncrypted(string source) => source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>It counts other hosts of the same domain as well; this site has none.</summary>
    private static bool IsOwn(string source) =>
        source.StartsWith(SiteHost.SecureBase + "/", StringComparison.OrdinalIgnoreCase)
        || (!source.StartsWith("//", StringComparison.Ordinal) && !IsEncrypted(source) && !source.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
}
