using System.Text.RegularExpressions;

namespace FacialParalysisSite.Content.Markdown;

/// <summary>Where a link written in Markdown leads.</summary>
internal abstract partial record LinkTarget
{
    private LinkTarget()
    {
    }

    /// <summary>To another site, a mailbox or a telephone: taken as written.</summary>
    public sealed record External(string Url) : LinkTarget;

    /// <summary>To a heading of the same page.</summary>
    public sealed record Anchor(string Id) : LinkTarget;

    /// <summary>To a file of this site.</summary>
    /// <param name="Path">Path below the content folder.</param>
    /// <param name="Id">The heading in it, or null.</param>
    public sealed record File(string Path, string? Id) : LinkTarget;

    /// <summary>To an address of this site, such as <c>/articles</c>.</summary>
    /// <param name="Path">The path, without query and anchor.</param>
    /// <param name="Rest">Query and anchor, with their marks.</param>
    public sealed record SiteAddress(string Path, string Rest) : LinkTarget
    {
        /// <summary>The heading on that page, or null.</summary>
        public string? Id => Rest.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash && hash < Rest.Length - 1 ? Rest[(hash + 1)..] : null;
    }

    /// <summary>Somewhere a link of this site must not lead, such as <c>javascript:</c>.</summary>
    public sealed record Unsafe : LinkTarget;

    /// <summary>Nowhere: the address has no meaning here.</summary>
    public sealed record Nowhere : LinkTarget;

    /// <summary>Says where <paramref name="url"/>, written in the file <paramref name="from"/>, leads.</summary>
    /// <param name="url">The address, entities already decoded.</param>
    /// <param name="from">Path of the file below the content folder.</param>
    public static LinkTarget Of(string url, string from)
    {
        // Browsers drop tabs and line breaks out of an address and trim other control characters, and read a
        // backslash as a slash. No honest address has any of them.
        if (url.Any(letter => char.IsControl(letter) || letter == '\\'))
        {
            return new Unsafe();
        }

        url = url.Trim();
        if (Scheme().Match(url) is { Success: true } scheme)
        {
            return scheme.Groups[1].Value.ToLowerInvariant() switch
            {
                "http" or "https" => IsWebAddress(url) ? new External(url) : new Nowhere(),
                "mailto" or "tel" => new External(url),
                _ => new Unsafe(),
            };
        }

        return url switch
        {
            "" => new Nowhere(),
            ['/', '/', ..] => new Unsafe(),
            ['#', ..] => url.Length > 1 ? new Anchor(url[1..]) : new Nowhere(),
            ['/', ..] => AddressOf(url),
            ['?', ..] => new Nowhere(),
            _ => Relative(url, from),
        };
    }

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0;

    private static SiteAddress AddressOf(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? new SiteAddress(url, "") : new SiteAddress(url[..end], url[end..]);
    }

    private static LinkTarget Relative(string url, string from)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? url : url[..hash];
        var id = hash < 0 || hash == url.Length - 1 ? null : url[(hash + 1)..];

        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(path).Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    return new Nowhere();
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return new File(string.Join('/', parts), id);
    }

    [GeneratedRegex("^([a-zA-Z][a-zA-Z0-9+.-]*):", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Scheme();
}
