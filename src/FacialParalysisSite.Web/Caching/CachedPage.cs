using Microsoft.Extensions.Primitives;

namespace FacialParalysisSite.Web.Caching;

/// <summary>
/// A page as it is sent, in the codings that were asked for. Plain bytes are not kept: they would take four times the
/// memory, for the few clients that unpack nothing.
/// </summary>
internal sealed class CachedPage
{
    private readonly IReadOnlyList<KeyValuePair<string, StringValues>> _headers;
    private volatile PackedPage? _gzip;
    private volatile PackedPage? _brotli;

    /// <param name="address">Its own address.</param>
    /// <param name="endpoint">What has made it: its route stands in log and meters.</param>
    /// <param name="headers">The headers that it has set itself.</param>
    /// <param name="plain">Its bytes.</param>
    /// <param name="coding">The coding that was asked for.</param>
    public CachedPage(string address, Endpoint? endpoint, IReadOnlyList<KeyValuePair<string, StringValues>> headers, ReadOnlyMemory<byte> plain, ContentCoding coding)
    {
        Address = address;
        Endpoint = endpoint;
        _headers = headers;
        Keep(new PackedPage(Packing.Pack(plain.Span, CodingToKeep(coding)), CodingToKeep(coding), _headers));
    }

    public string Address { get; }

    public Endpoint? Endpoint { get; }

    /// <summary>When it was last asked for, in milliseconds of the machine.</summary>
    public long LastAsked { get; private set; } = Environment.TickCount64;

    /// <summary>What it is kept as.</summary>
    public IEnumerable<PackedPage> Kept => new[] { _gzip, _brotli }.OfType<PackedPage>();

    /// <summary>What it is kept as in a coding; null where it is not.</summary>
    public PackedPage? Find(ContentCoding coding)
    {
        LastAsked = Environment.TickCount64;
        return coding switch
        {
            ContentCoding.Brotli => _brotli,
            ContentCoding.Gzip => _gzip,
            _ => null,
        };
    }

    /// <summary>Packs it quickly in a coding that it is not kept in.</summary>
    public PackedPage Pack(ContentCoding coding) => new(Packing.Pack(Plain(), coding), coding, _headers);

    /// <summary>Packs what it is kept as anew, as small as can be. Takes long.</summary>
    public PackedPage PackBest(PackedPage kept) => new(Packing.Pack(Plain(), kept.Coding, best: true), kept.Coding, _headers, kept);

    /// <summary>Keeps it in a coding. Callers take turns.</summary>
    public void Keep(PackedPage packed)
    {
        if (packed.Coding == ContentCoding.Brotli)
        {
            _brotli = packed;
        }
        else
        {
            _gzip = packed;
        }
    }

    private static ContentCoding CodingToKeep(ContentCoding asked) => asked == ContentCoding.Identity ? ContentCoding.Gzip : asked;

    private byte[] Plain()
    {
        var kept = (_gzip ?? _brotli)!;
        return Packing.Unpack(kept.Bytes, kept.Coding);
    }
}
