using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FacialParalysisSite.Web.Caching;

/// <summary>A page in one coding, ready to be sent: bytes, and headers that need not be put together any more.</summary>
internal sealed class PackedPage
{
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly KeyValuePair<string, StringValues>[] _headersOfNotModified;
    private readonly string _tag;
    private readonly PackedPage? _before;
    private int _asked;

    /// <param name="bytes">The page as it is packed.</param>
    /// <param name="coding">How it is packed.</param>
    /// <param name="own">The headers that the page itself has set.</param>
    /// <param name="before">The same page in the same coding, but larger, where clients may have it already.</param>
    public PackedPage(byte[] bytes, ContentCoding coding, IReadOnlyList<KeyValuePair<string, StringValues>> own, PackedPage? before = null)
    {
        Bytes = bytes;
        Coding = coding;
        _before = before;

        // A strong tag stands for bytes (RFC 9110, section 8.8.1), and those are others in every coding.
        _tag = '"' + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12)) + '"';
        KeyValuePair<string, StringValues>[] shared = [new(HeaderNames.Vary, HeaderNames.AcceptEncoding), new(HeaderNames.ETag, _tag)];
        _headersOfNotModified = [.. own.Where(header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)), .. shared];
        _headers = [.. own, .. shared];
        if (coding != ContentCoding.Identity)
        {
            _headers = [.. _headers, new(HeaderNames.ContentEncoding, coding == ContentCoding.Brotli ? "br" : "gzip")];
        }
    }

    public byte[] Bytes { get; }

    public ContentCoding Coding { get; }

    /// <summary>Whether it is as small as it can be.</summary>
    public bool IsBest => _before is not null;

    /// <summary>How often it was sent or found to be known, roughly: threads do not wait for each other to count.</summary>
    public int Asked => _asked;

    /// <summary>Answers a GET or HEAD.</summary>
    public Task SendAsync(HttpContext context)
    {
        _asked++;
        var response = context.Response;
        if (FindIn(context.Request.Headers.IfNoneMatch) is { } known)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            Set(response.Headers, known._headersOfNotModified);
            return Task.CompletedTask;
        }

        Set(response.Headers, _headers);
        response.ContentLength = Bytes.Length;

        // The server ends by itself what nobody reads any more.
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(Bytes, CancellationToken.None).AsTask();
    }

    /// <summary>The one of which the client says that it has it: this, or the larger one before it, which is as good.</summary>
    private PackedPage? FindIn(StringValues tags)
    {
        foreach (var tag in tags)
        {
            // A tag with its quotation marks stands in a list as it is, whether it is marked as weak or not.
            if (tag!.Contains(_tag, StringComparison.Ordinal) || tag is "*")
            {
                return this;
            }
        }

        return tags.Count > 0 ? _before?.FindIn(tags) : null;
    }

    private static void Set(IHeaderDictionary headers, KeyValuePair<string, StringValues>[] own)
    {
        foreach (var (name, value) in own)
        {
            headers[name] = value;
        }
    }
}
