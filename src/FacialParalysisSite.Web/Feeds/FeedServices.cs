using FacialParalysisSite.Content;
using FacialParalysisSite.Web.Reading;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Feeds;

/// <summary>The newest articles for feed readers, in two formats.</summary>
internal static class FeedServices
{
    /// <summary>Articles in a feed: the site publishes a few a month.</summary>
    public const int Size = 30;

    public const string Subtitle = "Plain, sourced articles about Bell’s palsy, synkinesis and facial paralysis, the newest first.";

    public static void MapFeeds(this WebApplication app)
    {
        var origin = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Origin;
        app.MapDocument(SiteAddresses.AtomFeed, AtomFeed.MediaType, catalog => AtomFeed.Write(catalog, origin));
        app.MapDocument(SiteAddresses.JsonFeed, JsonFeed.MediaType, catalog => JsonFeed.Write(catalog, origin));
    }
}
