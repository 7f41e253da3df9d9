namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>The sample site, with an article that has expired, on a port of this machine.</summary>
public sealed class NetworkSite : SiteHost
{
    public const string Expired = "/articles/last-years-offer";

    public NetworkSite()
    {
        Content.WriteArticle("last-years-offer", "expires: 2029-01-01");
        Address = StartOnNetwork();
    }

    public Uri Address { get; }
}
