using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>What the Observatory thinks of cookies (<c>src/analyzer/tests/cookies.js</c>).</summary>
internal static class ObservatoryCookies
{
    private static readonly string[] SiteWords = ["lax", "strict", "none"];

    /// <summary>In its order; of all faults of all cookies the last in it counts, which is not always the dearest.</summary>
    private static readonly (Fault Fault, int Points)[] Table =
    [
        (Fault.InsecureDespiteTransport, -5), (Fault.Insecure, -20), (Fault.InsecureSessionDespiteTransport, -10), (Fault.UnknownSite, -20),
        (Fault.TokenForAnySite, -20), (Fault.SessionForScripts, -30), (Fault.InsecureSession, -40),
    ];

    private enum Fault
    {
        InsecureDespiteTransport,
        Insecure,
        InsecureSessionDespiteTransport,
        UnknownSite,
        TokenForAnySite,
        SessionForScripts,
        InsecureSession,
    }

    /// <param name="answer">The answer that sets them.</param>
    /// <param name="isTransportSecure">Whether browsers are told to use https alone, for long enough.</param>
    public static int PointsOf(Answer answer, bool isTransportSecure)
    {
        var cookies = (answer.Header("Set-Cookie") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cookie.Parse).ToList();
        var faults = cookies.SelectMany(cookie => FaultsOf(cookie, isTransportSecure)).ToList();
        return faults.Count > 0 ? Table.Last(row => faults.Contains(row.Fault)).Points
            : cookies.Count > 0 && cookies.TrueForAll(cookie => cookie.Site is not null) ? 5 : 0;
    }

    private static IEnumerable<Fault> FaultsOf(Cookie cookie, bool isTransportSecure)
    {
        var isSession = cookie.Name.Contains("login", StringComparison.Ordinal) || cookie.Name.Contains("sess", StringComparison.Ordinal);
        if (!cookie.IsSecure)
        {
            yield return isTransportSecure ? Fault.InsecureDespiteTransport : Fault.Insecure;
        }

        if (!cookie.IsSecure && isSession)
        {
            yield return isTransportSecure ? Fault.InsecureSessionDespiteTransport : Fault.InsecureSession;
        }

        if ((cookie.Site is not null && !SiteWords.Contains(cookie.Site)) || (cookie.Site == "none" && !cookie.IsSecure))
        {
            yield return Fault.UnknownSite;
        }

        if (cookie.Site is null && cookie.Name.Contains("csrf", StringComparison.Ordinal))
        {
            yield return Fault.TokenForAnySite;
        }

        if (isSession && !cookie.IsHttpOnly)
        {
            yield return Fault.SessionForScripts;
        }
    }

    /// <summary>A cookie, its name and SameSite in small letters.</summary>
    private sealed record Cookie(string Name, bool IsSecure, bool IsHttpOnly, string? Site)
    {
        public static Cookie Parse(string header)
        {
            var parts = header.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries);
            var site = parts.FirstOrDefault(part => part.Split('=')[0].Trim() == "samesite");
            return new Cookie(parts[0].Split('=')[0], parts.Contains("secure"), parts.Contains("httponly"), site is null ? null : site.Contains('=', StringComparison.Ordinal) ? site.Split('=')[1].Trim() : "");
        }
    }
}
