using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace FacialParalysisSite.Web.Caching;

/// <summary>
/// What a client likes best of what the site can send, by its header Accept-Encoding (RFC 9110, section 12.5.3). Without
/// allocating, for every request asks.
/// </summary>
internal static class AcceptedCoding
{
    /// <summary>Not named, and so neither liked nor refused.</summary>
    private const float Unnamed = -1;

    /// <returns>
    /// The coding of the greatest weight; of equal ones the smallest answer. Where nothing is acceptable, plain bytes: section
    /// 12.5.3 asks for that.
    /// </returns>
    public static ContentCoding Of(StringValues header)
    {
        var (gzip, brotli, identity, any) = (Unnamed, Unnamed, Unnamed, Unnamed);
        foreach (var line in header)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                var (name, weight) = Parse(line.AsSpan()[part]);
                switch (name)
                {
                    case "gzip": gzip = weight; break;
                    case "br": brotli = weight; break;
                    case "identity": identity = weight; break;
                    case "*": any = weight; break;
                }
            }
        }

        gzip = gzip is Unnamed ? any : gzip;
        brotli = brotli is Unnamed ? any : brotli;
        var best = Math.Max(gzip, brotli);

        // Plain bytes are always acceptable, but only who names them prefers them.
        return best <= 0 || identity > best ? ContentCoding.Identity
            : brotli >= gzip ? ContentCoding.Brotli
            : ContentCoding.Gzip;
    }

    /// <returns>The name, as a constant or empty where it is of no use here, and its weight.</returns>
    private static (string Name, float Weight) Parse(ReadOnlySpan<char> part)
    {
        var end = part.IndexOf(';');
        var name = (end < 0 ? part : part[..end]).Trim();
        var known = name.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
            : name.Equals("br", StringComparison.OrdinalIgnoreCase) ? "br"
            : name.Equals("identity", StringComparison.OrdinalIgnoreCase) ? "identity"
            : name is "*" ? "*"
            : "";
        return (known, end < 0 ? 1 : WeightIn(part[(end + 1)..].Trim()));
    }

    /// <summary>A weight that cannot be read is none: plain bytes are never wrong.</summary>
    private static float WeightIn(ReadOnlySpan<char> parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && float.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight <= 1
            ? weight
            : 0;
}
