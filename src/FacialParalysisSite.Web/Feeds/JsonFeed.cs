using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Web.Assets;

namespace FacialParalysisSite.Web.Feeds;

/// <summary>The newest articles as JSON Feed 1.1 (jsonfeed.org/version/1.1), with what <see cref="AtomFeed"/> says.</summary>
internal static class JsonFeed
{
    public const string MediaType = "application/feed+json";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="catalog">What is published.</param>
    /// <param name="origin">Scheme and host of the site.</param>
    public static byte[] Write(ContentCatalog catalog, string origin) => JsonSerializer.SerializeToUtf8Bytes(new Feed(
        Version: "https://jsonfeed.org/version/1.1",
        Title: catalog.Clinic.Name,
        Description: FeedServices.Subtitle,
        HomePageUrl: origin + SiteAddresses.Articles,
        FeedUrl: origin + SiteAddresses.JsonFeed,
        Icon: origin + SiteImages.LargeIcon,
        Favicon: origin + SiteImages.SmallIcon,
        Language: "en-US",
        Authors: [new Author(catalog.Clinic.Name)],
        Items: catalog.Articles.Take(FeedServices.Size).Select(article => ItemOf(article, catalog, origin)).ToList()), Format);

    private static Item ItemOf(Article article, ContentCatalog catalog, string origin) => new(
        Id: FeedIds.Of(article, origin),
        Url: origin + article.Address,
        Title: article.Title,
        ContentText: article.Summary,
        Image: article.Image is { } image && catalog.PictureOf(image.Path)?.Plain is { } picture ? origin + picture.Address : null,
        DatePublished: TimeOf(article.Published, catalog),
        DateModified: TimeOf(article.LastChanged, catalog),
        Authors: [new Author(article.Author.NameAndCredentials)],
        Tags: article.Tags.Select(tag => tag.Title).Prepend(article.Category.Title).ToList());

    /// <summary>As RFC 3339 has it.</summary>
    private static string TimeOf(ContentDate date, ContentCatalog catalog) =>
        catalog.MomentOf(date).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Feed(string Version, string Title, string Description, string HomePageUrl, string FeedUrl, string Icon, string Favicon, string Language,
        IReadOnlyList<Author> Authors, IReadOnlyList<Item> Items);

    private sealed record Item(string Id, string Url, string Title, string ContentText, string? Image, string DatePublished, string DateModified,
        IReadOnlyList<Author> Authors, IReadOnlyList<string> Tags);

    private sealed record Author(string Name);
}
