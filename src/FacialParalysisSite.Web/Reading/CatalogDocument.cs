using System.Security.Cryptography;
using FacialParalysisSite.Content.Catalog;
using Microsoft.Net.Http.Headers;

namespace FacialParalysisSite.Web.Reading;

/// <summary>
/// A document made of the catalog for programs, which ask for it again and again: it is made once for each catalog, and
/// sent only to those who do not have it yet.
/// </summary>
/// <param name="mediaType">Such as <c>application/atom+xml</c>.</param>
/// <param name="make">Writes the document.</param>
internal sealed class CatalogDocument(string mediaType, Func<ContentCatalog, byte[]> make)
{
    private readonly Lock _making = new();
    private Made? _last;

    public IResult Serve(HttpContext context, ContentCatalog catalog)
    {
        var made = MadeFrom(catalog);
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(made.Bytes, mediaType, lastModified: made.Since, entityTag: made.Tag);
    }

    private Made MadeFrom(ContentCatalog catalog)
    {
        lock (_making)
        {
            // A request may hold an older catalog than the one before it did. What is newer is true, too.
            if (_last is null || _last.Version < catalog.Version)
            {
                var bytes = make(catalog);
                _last = _last?.Bytes.AsSpan().SequenceEqual(bytes) == true
                    ? _last with { Version = catalog.Version }
                    : new Made(catalog.Version, bytes, TagOf(bytes), catalog.ValidFrom);
            }

            return _last;
        }
    }

    /// <summary>A weak one, for the document is the same when it is compressed, but its bytes are not.</summary>
    private static EntityTagHeaderValue TagOf(byte[] bytes) =>
        new('"' + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12)) + '"', isWeak: true);

    /// <param name="Version">The catalog it was last made from.</param>
    /// <param name="Bytes">The document.</param>
    /// <param name="Tag">What tells it from others.</param>
    /// <param name="Since">
    /// Since when it is as it is, as far as this process knows. Not the newest date in it: an article may come out on a day
    /// on which somebody who asks by date alone has already asked.
    /// </param>
    private sealed record Made(long Version, byte[] Bytes, EntityTagHeaderValue Tag, DateTimeOffset Since);
}
