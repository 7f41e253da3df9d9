using System.Globalization;

namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Site</c>.</summary>
internal sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The address patients use, without a path: <c>https://www.example.org</c>.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>
    /// Addresses or networks (<c>10.0.0.0/8</c>) of the proxies in front of the site, which may say how the visitor
    /// came. The machine itself is always trusted.
    /// </summary>
    public IList<string> TrustedProxies { get; } = [];

    public bool IsHttps => Base.Scheme == Uri.UriSchemeHttps;

    /// <summary>The host as it stands in requests; a name in another script as Punycode (RFC 3492).</summary>
    public string Host => Base.IdnHost;

    /// <summary>Scheme, host and port, as headers and links need them: <c>https://www.example.org</c>.</summary>
    public string Origin => Base.Scheme + Uri.SchemeDelimiter + (Base.HostNameType == UriHostNameType.IPv6 ? $"[{Host}]" : Host) + (Base.IsDefaultPort ? "" : ":" + Base.Port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Only after validation.</summary>
    private Uri Base => new(BaseUrl);
}
