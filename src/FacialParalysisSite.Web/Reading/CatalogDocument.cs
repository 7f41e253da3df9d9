using System.Security.Cryptography;
using FacialParalysisSite.Content.Catalog;
using Microsoft.Net.Http.Headers;

namespace FacialParalysisSite.Web.Reading;

/// <summary>
/// A document made of the catalog for programs, which ask for it again and again: it is made once for each catalog, and
/// sent only to those who do not have it yet.
/// </summary>
/// <param name="mediaType">Such as <c>application/atom+xml</c>.</param>
/// <param name="make">Writes the document; null where there is nothing to say.</param>
/// <param name="time">The present.</param>
internal sealed class CatalogDocument(string mediaType, Func<ContentCatalog, byte[]?> make, TimeProvider time)
{
    private readonly Lock _making = new();
    private Made? _last;

    public IResult Serve(HttpContext context, ContentCatalog catalog)
    {
        var made = MadeFrom(catalog);
        if (made.Bytes is null)
        {
            return Results.NotFound();
        }

        // RFC 9110, section 13.1.3: who asks by tag is not asked for the time as well. The framework would weigh both.
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            context.Request.Headers.IfModifiedSince = default;
        }

        // "Not modified" has the Vary of the whole answer, but is not compressed, which would give it one.
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        context.Response.Headers.CacheControl = "no-cache";

        // Section 8.8.2.1: no time that has not come yet.
        return Results.Bytes(made.Bytes, mediaType, lastModified: made.Since <= time.GetUtcNow() ? made.Since : null, entityTag: made.Tag);
    }

    private Made MadeFrom(ContentCatalog catalog)
    {
        lock (_making)
        {
            // A request may hold an older catalog than the one before it did. What is newer is true, too.
            if (_last is null || _last.Version < catalog.Version)
            {
                var bytes = make(catalog);
                _last = _last is not null && bytes.AsSpan().SequenceEqual(_last.Bytes)
                    ? _last with { Version = catalog.Version }
                    : new Made(catalog.Version, bytes, TagOf(bytes), After(_last, catalog.ValidFrom));
            }

            return _last;
        }
    }

    /// <summary>
    /// A later second than that of the document before, also where two change within one, or the clock was set back: or
    /// somebody who asks by time alone would be told that the older is the newer.
    /// </summary>
    private static DateTimeOffset After(Made? before, DateTimeOffset moment)
    {
        var second = new DateTimeOffset(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return before is not null && second <= before.Since ? before.Since.AddSeconds(1) : second;
    }

    /// <summary>A weak one, for the document is the same when it is compressed, but its bytes are not.</summary>
    private static EntityTagHeaderValue TagOf(byte[]? bytes) =>
        new('"' + Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan()).AsSpan(0, 12)) + '"', isWeak: true);

    /// <param name="Version">The catalog it was last made from.</param>
    /// <param name="Bytes">The document; null where there is none.</param>
    /// <param name="Tag">What tells it from others.</param>
    /// <param name="Since">
    /// Since which second it is as it is, as far as this process knows. Not the newest date in it: an article may come out on a day
    /// on which somebody who asks by date alone has already asked.
    /// </param>
    private sealed record Made(long Version, byte[]? Bytes, EntityTagHeaderValue Tag, DateTimeOffset Since);
}
