namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>
/// What the Observatory thinks of a Content-Security-Policy (<c>src/analyzer/tests/csp.js</c>, <c>cspParser.js</c>). Its
/// score table says that the ten points for <c>default-src 'none'</c> also need a form-action; its test does not ask.
/// </summary>
/// <param name="Points">What it adds or deducts.</param>
/// <param name="NamesFrameAncestors">Whether the policy says who may frame the page.</param>
internal sealed record ObservatoryPolicy(int Points, bool NamesFrameAncestors)
{
    /// <summary>None, or one that cannot be read.</summary>
    private static readonly ObservatoryPolicy Missing = new(-25, NamesFrameAncestors: false);

    private static readonly string[] Broad = ["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"];
    private static readonly string[] BroadOrInline = [.. Broad, "'unsafe-inline'", "data:"];
    private static readonly string[] Passive = ["img-src", "media-src"];

    public static ObservatoryPolicy Of(string header)
    {
        // Of these it knows more than is written down here, and this site sends none.
        Assert.DoesNotContain(',', header);
        Assert.DoesNotMatch("'(nonce|sha[0-9]+)-|'strict-dynamic'", header);

        var directives = header.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(directive => directive.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (directives.Count == 0 || directives.GroupBy(words => words[0]).Any(same => same.Count() > 1 && same.Key is not ("report-uri" or "report-to")))
        {
            return Missing;
        }

        var sources = directives.DistinctBy(words => words[0]).ToDictionary(words => words[0], words => words.Length == 1 ? ["'none'"] : words[1..]);
        return new ObservatoryPolicy(PointsOf(sources), sources.ContainsKey("frame-ancestors"));
    }

    private static int PointsOf(Dictionary<string, string[]> sources)
    {
        var (scripts, styles) = (Of("script-src"), Of("style-src"));
        var active = sources.Where(directive => !Passive.Contains(directive.Key)).SelectMany(directive => directive.Value);
        return scripts.Any(BroadOrInline.Contains) || Of("object-src").Any(Broad.Contains) ? -20
            : active.Any(IsUnencrypted) ? -20
            : scripts.Concat(styles).Contains("'unsafe-eval'") ? -10
            : Passive.SelectMany(Of).Any(IsUnencrypted) ? -10
            : styles.Any(BroadOrInline.Contains) ? 0
            : sources.GetValueOrDefault("default-src") is ["'none'"] ? 10 : 5;

        string[] Of(string directive) => sources.GetValueOrDefault(directive) ?? sources.GetValueOrDefault("default-src") ?? ["*"];
    }

    private static bool IsUnencrypted(string source) => source.StartsWith("http:", StringComparison.Ordinal) || source.StartsWith("ftp:", StringComparison.Ordinal);
}
