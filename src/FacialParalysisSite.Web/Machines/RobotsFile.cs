using System.Text;
using FacialParalysisSite.Content;

namespace FacialParalysisSite.Web.Machines;

/// <summary>
/// What search engines may read (RFC 9309): everything. What they must not keep says so itself ("noindex"), and what they may
/// not read, they could not be told that of.
/// </summary>
internal static class RobotsFile
{
    /// <param name="origin">Scheme and host of the site.</param>
    public static byte[] Write(string origin) => Encoding.UTF8.GetBytes($"""
        User-agent: *
        Disallow:

        Sitemap: {origin + SiteAddresses.Sitemap}

        """);
}
