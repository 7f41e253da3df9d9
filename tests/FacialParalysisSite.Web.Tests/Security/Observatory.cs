using System.Globalization;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>
/// Scores an answer as Mozilla's HTTP Observatory does: from 100, with the additions and deductions of its score table
/// (github.com/mdn/mdn-http-observatory, <c>src/grader/charts.js</c>, read in November 2026). What it would learn from
/// other requests (redirection from http, a certificate, the preload list) is left out; none of that adds here.
/// </summary>
internal static class Observatory
{
    /// <summary>From this score on additions count at all.</summary>
    private const int LeastForAdditions = 90;

    private static readonly string[] PrivateReferrers = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];

    /// <summary>The score of an answer over https.</summary>
    public static int ScoreOf(Answer answer)
    {
        int[] changes =
        [
            PolicyOf(answer), CookiesOf(answer), SharingOf(answer), ReferrerOf(answer), TransportOf(answer), ScriptsOf(answer), TypesOf(answer), FramesOf(answer),
            ResourcesOf(answer), One(answer, "Cross-Origin-Opener-Policy", "same-origin"),
            One(answer, "Cross-Origin-Embedder-Policy", "require-corp"),
        ];
        var score = 100 + changes.Where(change => change < 0).Sum();
        return Math.Max(0, score >= LeastForAdditions ? score + changes.Where(change => change > 0).Sum() : score);
    }

    private static Dictionary<string, string[]> DirectivesOf(Answer answer) =>
        (answer.Header("Content-Security-Policy") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(directive => directive.Split(' ')).ToDictionary(words => words[0], words => words[1..], StringComparer.OrdinalIgnoreCase);

    private static int PolicyOf(Answer answer)
    {
        var directives = DirectivesOf(answer);
        if (directives.Count == 0)
        {
            return -25;
        }

        var fallback = directives.GetValueOrDefault("default-src") ?? ["*"];
        var scripts = directives.GetValueOrDefault("script-src") ?? fallback;
        var styles = directives.GetValueOrDefault("style-src") ?? fallback;
        if (scripts.Concat(directives.GetValueOrDefault("object-src") ?? fallback).Any(source => source is "*" or "'unsafe-inline'" or "https:" or "http:" or "data:"))
        {
            return -20;
        }

        return directives.Values.Any(sources => sources.Contains("'unsafe-eval'")) ? -10
            : directives.Values.Any(sources => sources.Any(source => source.StartsWith("http:", StringComparison.Ordinal))) ? -20
            : styles.Any(source => source is "'unsafe-inline'" or "data:" or "*") ? 0
            : fallback is ["'none'"] ? 10 : 5;
    }

    private static int CookiesOf(Answer answer)
    {
        var cookies = (answer.Header("Set-Cookie") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(cookie => cookie.Split(';', StringSplitOptions.TrimEntries).Skip(1).ToHashSet(StringComparer.OrdinalIgnoreCase)).ToList();
        return cookies.Count == 0 ? 0
            : cookies.Any(cookie => !cookie.Contains("Secure")) ? -40
            : cookies.Any(cookie => !cookie.Contains("HttpOnly")) ? -30
            : cookies.TrueForAll(cookie => cookie.Contains("SameSite=Lax") || cookie.Contains("SameSite=Strict")) ? 5 : -20;
    }

    private static int SharingOf(Answer answer) =>
        answer.Header("Access-Control-Allow-Origin") is not null && answer.Header("Access-Control-Allow-Credentials") is not null ? -50 : 0;

    private static int ReferrerOf(Answer answer) =>
        answer.Header("Referrer-Policy") is not { } policy ? 0 : PrivateReferrers.Contains(policy.Split(',')[^1].Trim(), StringComparer.OrdinalIgnoreCase) ? 5 : -5;

    /// <summary>Six months, less than which is deducted, are 15,768,000 seconds there.</summary>
    private static int TransportOf(Answer answer)
    {
        var age = (answer.Header("Strict-Transport-Security") ?? "").Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(part => part.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase));
        return !int.TryParse(age?["max-age=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? -20 : seconds >= 15_768_000 ? 0 : -10;
    }

    /// <summary>Scripts of this origin alone neither add nor deduct.</summary>
    private static int ScriptsOf(Answer answer) =>
        answer.Page.QuerySelectorAll("script[src]").All(script => script.GetAttribute("src")!.StartsWith('/') && !script.GetAttribute("src")!.StartsWith("//", StringComparison.Ordinal)) ? 0 : -50;

    private static int TypesOf(Answer answer) => answer.Header("X-Content-Type-Options") == "nosniff" ? 0 : -5;

    private static int FramesOf(Answer answer) =>
        DirectivesOf(answer).GetValueOrDefault("frame-ancestors") is ["'none'" or "'self'"] || answer.Header("X-Frame-Options") is "DENY" or "SAMEORIGIN" ? 5 : -20;

    /// <summary>What is offered to other sites on purpose neither adds nor deducts there.</summary>
    private static int ResourcesOf(Answer answer) =>
        answer.Header("Cross-Origin-Resource-Policy") == "cross-origin" ? 0 : One(answer, "Cross-Origin-Resource-Policy", "same-origin", "same-site");

    /// <summary>Ten for a value that shuts others out, nothing where the header is absent, a deduction where it is not understood.</summary>
    private static int One(Answer answer, string header, params string[] good) =>
        answer.Header(header) is not { } value ? 0 : good.Contains(value, StringComparer.OrdinalIgnoreCase) ? 10 : -5;
}
