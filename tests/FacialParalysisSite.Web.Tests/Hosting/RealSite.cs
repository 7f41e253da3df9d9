namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>The site with the content of the repository, as patients see it today.</summary>
public sealed class RealSite : SiteHost
{
    public RealSite() => With("Content:Root", Repository.Content).WithRealClock();
}
