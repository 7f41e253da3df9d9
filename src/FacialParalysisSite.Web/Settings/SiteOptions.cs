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

    /// <summary>The same as <see cref="BaseUrl"/>; only valid after validation.</summary>
    public Uri Base => new(BaseUrl);

    public bool IsHttps => Base.Scheme == Uri.UriSchemeHttps;
}
