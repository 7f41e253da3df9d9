namespace FacialParalysisSite.Web.Security;

/// <summary>
/// A cookie for this site alone. On an https site it is Secure even where the last step to the program is plain http,
/// behind a proxy or on the machine itself; browsers accept that from localhost.
/// </summary>
internal sealed class SiteCookie : CookieBuilder
{
    private readonly bool _isHttps;

    public SiteCookie(bool isHttps)
    {
        _isHttps = isHttps;
        HttpOnly = true;

        // Sent along when somebody comes by a link from another site, or each such visit would replace the cookie and
        // with it spoil the form in another tab. A form posted from another site still comes without it.
        SameSite = SameSiteMode.Lax;
        IsEssential = true;
        Path = "/";
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = _isHttps;
        return options;
    }
}
