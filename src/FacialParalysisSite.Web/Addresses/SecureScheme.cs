using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Addresses;

/// <summary>Where the site has an https address, nobody but the machine itself is answered over http.</summary>
internal sealed class SecureScheme(IOptions<SiteOptions> site)
{
    private readonly bool _isHttps = site.Value.IsHttps;

    /// <summary>Whether a request has to come again over https.</summary>
    public bool IsMissing(HttpRequest request) => _isHttps && !request.IsHttps && !request.Host.Host.IsLoopbackHost();
}
