using System.Globalization;
using FacialParalysisSite.Content.Articles;

namespace FacialParalysisSite.Web.Feeds;

/// <summary>
/// What feed readers know things by, also when their addresses change: tag URIs (RFC 4151). They stay the same when the
/// site moves from http to https or to another port. A site that moves to another host, and an article that gets another
/// slug or day of publication, are new to feed readers: there is no name of the site besides its host.
/// </summary>
internal static class FeedIds
{
    /// <summary>A day on which the host already was the clinic's, as a tag URI wants it.</summary>
    private const string Since = "2026";

    /// <param name="origin">Scheme and host of the site.</param>
    public static string OfSite(string origin) => $"tag:{HostOf(origin)},{Since}:articles";

    /// <param name="article">The article.</param>
    /// <param name="origin">Scheme and host of the site.</param>
    public static string Of(Article article, string origin) =>
        $"tag:{HostOf(origin)},{article.Published.Day.ToString("O", CultureInfo.InvariantCulture)}:{article.Slug}";

    private static string HostOf(string origin) => new Uri(origin).IdnHost;
}
