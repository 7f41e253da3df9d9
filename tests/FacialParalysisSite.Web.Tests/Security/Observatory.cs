using System.Globalization;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>
/// Scores an answer as Mozilla's HTTP Observatory does: from 100, with the additions and deductions of its score table
/// (github.com/mdn/mdn-http-observatory, <c>src/grader/charts.js</c>, <c>src/scanner/index.js</c> and
/// <c>src/analyzer/tests</c> at 94042bb of 20 August 2026). Left out is what it learns otherwise: whether http leads to
/// https, which only deducts, and whether browsers have the site on their preload list, which would add five. Unlike it,
/// this scores every status: it looks at 2xx, 3xx, 401 and 403 alone.
/// </summary>
internal static class Observatory
{
    /// <summary>What <c>cors.js</c> says it is.</summary>
    public const string Origin = "https://http-observatory.security.mozilla.org";

    /// <summary>From this score on additions count at all.</summary>
    private const int LeastForAdditions = 90;

    /// <summary>Seconds. Its table says 15,768,000, its test is more lenient.</summary>
    private const int SixMonths = 15_552_000;

    private static readonly string[] PrivateReferrers = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];
    private static readonly string[] OpenReferrers = ["origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"];

    /// <summary>The score of an answer over https to a request that said it came from <see cref="Origin"/>.</summary>
    public static int ScoreOf(Answer answer)
    {
        var policy = ObservatoryPolicy.Of(Header(answer, "Content-Security-Policy"));
        int[] changes =
        [
            policy.Points, ObservatoryCookies.PointsOf(answer, TransportOf(answer) >= 0), SharingOf(answer), ReferrerOf(answer), TransportOf(answer),
            ObservatoryScripts.PointsOf(answer), TypesOf(answer), FramesOf(answer, policy), ResourcesOf(answer), OpenersOf(answer), EmbeddersOf(answer),
        ];
        var score = 100 + changes.Where(change => change < 0).Sum();
        return Math.Max(0, score >= LeastForAdditions ? 100 + changes.Sum() : score);
    }

    private static string Header(Answer answer, string name) => (answer.Header(name) ?? "").Trim();

    private static string Lower(Answer answer, string name) => Header(answer, name).ToLowerInvariant();

    private static int SharingOf(Answer answer) =>
        Header(answer, "Access-Control-Allow-Origin") == Origin && Lower(answer, "Access-Control-Allow-Credentials") == "true" ? -50 : 0;

    /// <summary>The last that it knows counts.</summary>
    private static int ReferrerOf(Answer answer)
    {
        var header = Lower(answer, "Referrer-Policy");
        var last = header.Split(',', StringSplitOptions.TrimEntries).LastOrDefault(PrivateReferrers.Concat(OpenReferrers).Contains);
        return header.Length == 0 ? 0 : PrivateReferrers.Contains(last) ? 5 : -5;
    }

    private static int TransportOf(Answer answer)
    {
        var header = Lower(answer, "Strict-Transport-Security");
        var age = header.Split(';', StringSplitOptions.TrimEntries).LastOrDefault(part => part.StartsWith("max-age=", StringComparison.Ordinal));
        return header.Contains(',', StringComparison.Ordinal) || !int.TryParse(age?["max-age=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? -20
            : seconds < SixMonths ? -10 : 0;
    }

    private static int TypesOf(Answer answer) => Lower(answer, "X-Content-Type-Options") == "nosniff" ? 0 : -5;

    /// <summary>It does not look at who is allowed by a policy, only whether one says it.</summary>
    private static int FramesOf(Answer answer, ObservatoryPolicy policy)
    {
        var header = Lower(answer, "X-Frame-Options");
        return policy.NamesFrameAncestors || header is "deny" or "sameorigin" ? 5 : header.StartsWith("allow-from", StringComparison.Ordinal) ? 0 : -20;
    }

    private static int ResourcesOf(Answer answer) => Lower(answer, "Cross-Origin-Resource-Policy") switch
    {
        "same-origin" or "same-site" => 10,
        "" or "cross-origin" => 0,
        _ => -5,
    };

    private static int OpenersOf(Answer answer) => Token(answer, "Cross-Origin-Opener-Policy") switch
    {
        "same-origin" or "same-origin-allow-popups" or "noopener-allow-popups" => 10,
        "" or "unsafe-none" => 0,
        _ => -5,
    };

    private static int EmbeddersOf(Answer answer) => Token(answer, "Cross-Origin-Embedder-Policy") switch
    {
        "require-corp" or "credentialless" => 10,
        "" or "unsafe-none" => 0,
        _ => -5,
    };

    /// <summary>A structured field (RFC 8941) without its parameters; unlike elsewhere, capitals are another word.</summary>
    private static string Token(Answer answer, string name) => Header(answer, name).Split(';')[0].TrimEnd();
}
