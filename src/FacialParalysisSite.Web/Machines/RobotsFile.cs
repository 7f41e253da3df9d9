using System.Text;
using FacialParalysisSite.Web.Pages.Consultation;

namespace FacialParalysisSite.Web.Machines;

/// <summary>What search engines may read (RFC 9309): everything but answers made for one person.</summary>
internal static class RobotsFile
{
    public const string Address = "/robots.txt";

    /// <param name="origin">Scheme and host of the site.</param>
    public static byte[] Write(string origin) => Encoding.UTF8.GetBytes($"""
        User-agent: *
        Disallow: {ReceivedModel.Address}
        Disallow: /search?

        Sitemap: {origin + Sitemap.Address}

        """);
}
